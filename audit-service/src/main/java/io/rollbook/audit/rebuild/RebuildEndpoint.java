package io.rollbook.audit.rebuild;

import io.rollbook.audit.ingest.LogIncomplete;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import tools.jackson.databind.json.JsonMapper;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /rebuild} for administrators: answers when the log has been built anew and compared,
 * with what was found. Errors are problem details (RFC 9457).
 */
public final class RebuildEndpoint implements ScimEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildEndpoint.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable LogRebuild rebuild;

    /**
     * @param rebuild null where the owner of the tables is not known
     */
    public RebuildEndpoint(@Nullable LogRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        if (!request.caller().mayActAs(Role.ADMIN)) {
            return problem(403, "Only an administrator may do this.");
        }
        if (!request.path().equals("/rebuild")) {
            return problem(404, "There is nothing at this path.");
        }
        if (request.method() != ScimMethod.POST) {
            return problem(405, "A rebuild is asked for by POST.");
        }
        return rebuild == null
                ? problem(
                        409,
                        "This service does not know the owner of the tables: run"
                                + " io.rollbook.audit.RebuildLog with the owner's login.")
                : run(rebuild);
    }

    private static ScimResponse run(LogRebuild rebuild) {
        try {
            return rebuild.run()
                    .map(RebuildEndpoint::answer)
                    .orElseGet(() -> problem(409, "A rebuild of the log is under way already."));
        } catch (LogIncomplete e) {
            return failed(e, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            return failed(e, String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            return failed(e, "The database refused.");
        } catch (KafkaException e) {
            return failed(e, "Kafka cannot be reached.");
        }
    }

    private static ScimResponse answer(RebuildReport report) {
        return new ScimResponse(
                200,
                Map.of("Content-Type", "application/json"),
                JSON.writeValueAsBytes(report),
                List.of());
    }

    private static ScimResponse failed(Exception failure, String sentence) {
        LOG.error("The rebuild failed: {}", sentence, failure);
        return problem(500, sentence + " The log that serves is as it was.");
    }

    private static ScimResponse problem(int status, String detail) {
        return Refusals.response(ScimError.of(status, detail));
    }
}
