package io.rollbook.benchmarks.kernel;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collections;
import java.util.List;

/**
 * UnboundID's SCIM 2 SDK. It checks nothing against a schema, and its list is in memory already.
 */
@State(Scope.Thread)
public class UnboundIdSdk {

    private static final JsonMapper JSON = JsonUtils.createObjectMapper();

    private final GenericScimResource patched =
            new GenericScimResource((ObjectNode) JSON.readTree(Messages.USER));
    private final List<GenericScimResource> users =
            Collections.nCopies(
                    100, new GenericScimResource((ObjectNode) JSON.readTree(Messages.USER)));

    @Benchmark
    public Object parseUser() {
        return JSON.readValue(Messages.USER, UserResource.class);
    }

    @Benchmark
    public Object parseUserAsTree() {
        return new GenericScimResource((ObjectNode) JSON.readTree(Messages.USER));
    }

    @Benchmark
    public Object parseSimpleFilter() throws ScimException {
        return Filter.fromString(Messages.SIMPLE_FILTER);
    }

    @Benchmark
    public Object parseComplexFilter() throws ScimException {
        return Filter.fromString(Messages.COMPLEX_FILTER);
    }

    /** In place, again and again: every operation replaces. */
    @Benchmark
    public Object patchUser() throws ScimException {
        return JSON.readValue(Messages.PATCH, PatchRequest.class).apply(patched);
    }

    @Benchmark
    public byte[] list100Users() {
        return JSON.writeValueAsBytes(new ListResponse<>(100, users, 1, 100));
    }
}
