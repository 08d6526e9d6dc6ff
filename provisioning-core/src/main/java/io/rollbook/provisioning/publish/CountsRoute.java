package io.rollbook.provisioning.publish;

import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.publish.count.StoredCounts;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Unavailable;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /counts?after=}: how many events were stored and published after an index. */
final class CountsRoute implements AdministrationRoute {

    private static final Pattern AFTER = Pattern.compile("after=(\\d{1,18})");

    private final StoredCounts counts;

    CountsRoute(StoredCounts counts) {
        this.counts = counts;
    }

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        return request.method() == ScimMethod.GET && request.path().equals("/counts")
                ? Optional.of(answer(request.query()))
                : Optional.empty();
    }

    private Outcome<AdministrationAnswer> answer(String query) {
        var after = AFTER.matcher(query);
        if (!after.matches()) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE, "after must be an index of the store, or 0"));
        }
        try {
            return Outcome.accepted(
                    new AdministrationAnswer(200, counts.after(Long.parseLong(after.group(1)))));
        } catch (SQLException e) {
            throw new Unavailable("The events cannot be counted", e);
        }
    }
}
