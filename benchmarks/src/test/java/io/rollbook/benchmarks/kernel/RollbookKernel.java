package io.rollbook.benchmarks.kernel;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.message.ListResponse;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.patch.Patched;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.resource.Submission;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Ours. Bodies and paths are checked against the schema, and the stored list is rendered. */
@State(Scope.Thread)
public class RollbookKernel {

    private static final ResourceType USER_TYPE = SchemaCatalog.standard().user();
    private static final String BASE = "https://rollbook.example/scim/v2";

    private final Complex user = accepted(read()).attributes();
    private final Projection projection = Projection.standard(USER_TYPE);
    private final List<byte[]> stored =
            Collections.nCopies(
                    100,
                    CanonicalJson.of(
                            USER_TYPE,
                            "0198f2c0-7d1e-7c43-9d3b-2f5c8a6b1e90",
                            user,
                            new Meta(Instant.EPOCH, Instant.EPOCH, 7)));

    @Benchmark
    public Object parseUser() {
        return read();
    }

    @Benchmark
    public Outcome<Filter> parseSimpleFilter() {
        return FilterParser.parse(Messages.SIMPLE_FILTER, USER_TYPE, Profile.ENTRA);
    }

    @Benchmark
    public Outcome<Filter> parseComplexFilter() {
        return FilterParser.parse(Messages.COMPLEX_FILTER, USER_TYPE, Profile.ENTRA);
    }

    @Benchmark
    public Outcome<Patched> patchUser() {
        Outcome<Patch> patch = PatchReader.read(Messages.PATCH, USER_TYPE, Profile.ENTRA);
        return accepted(patch).apply(user);
    }

    @Benchmark
    public byte[] list100Users() {
        return ListResponse.page(
                        stored.size(),
                        1,
                        stored.stream()
                                .map(each -> projection.render(each, BASE, List.of()))
                                .toList())
                .toBytes();
    }

    private static Outcome<Submission> read() {
        return ResourceReader.read(Messages.USER, USER_TYPE, Profile.ENTRA);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(T value) -> value;
            case Outcome.Refused<T>(var error) -> throw new IllegalStateException(error.detail());
        };
    }
}
