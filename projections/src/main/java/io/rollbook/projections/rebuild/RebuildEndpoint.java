package io.rollbook.projections.rebuild;

import io.rollbook.projections.apply.MissingEvents;
import io.rollbook.projections.database.DatabaseFailure;
import io.rollbook.projections.event.UnreadableEvent;
import io.rollbook.scim.error.Problem;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Whole;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;

/**
 * {@code POST /rebuild} for administrators: answers when the rebuild is done, with what it found
 * and left. Errors are problem details (RFC 9457).
 */
public final class RebuildEndpoint implements ScimEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildEndpoint.class);

    private final Rebuilding rebuilding;

    public RebuildEndpoint(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        if (!request.caller().mayActAs(Role.ADMIN)) {
            return problem(403, "Only an administrator may do this.");
        }
        if (!request.path().equals("/rebuild")) {
            return problem(404, "There is nothing at this path.");
        }
        return request.method() == ScimMethod.POST
                ? rebuild()
                : problem(405, "A rebuild is asked for by POST.");
    }

    private ScimResponse rebuild() {
        try {
            return rebuilding
                    .run()
                    .map(report -> json(200, "application/json", report.toJson()))
                    .orElseGet(() -> problem(409, "A rebuild is under way already."));
        } catch (RebuildFailure | MissingEvents | UnreadableEvent e) {
            return failed(e, String.valueOf(e.getMessage()));
        } catch (DatabaseFailure e) {
            return failed(e, "The database refused.");
        } catch (KafkaException e) {
            return failed(e, "Kafka cannot be reached.");
        }
    }

    private static ScimResponse failed(RuntimeException failure, String sentence) {
        LOG.error("The rebuild failed, and what serves is as it was: {}", sentence, failure);
        return problem(500, sentence + " What serves is as it was.");
    }

    private static ScimResponse problem(int status, String detail) {
        var problem = Problem.of(ScimError.of(status, detail));
        return json(
                status,
                Problem.MEDIA_TYPE,
                Complex.builder()
                        .put("type", new Text(problem.type()))
                        .put("title", new Text(problem.title()))
                        .put("status", new Whole(status))
                        .put("detail", new Text(detail))
                        .build());
    }

    private static ScimResponse json(int status, String contentType, Complex body) {
        return new ScimResponse(
                status, Map.of("Content-Type", contentType), Json.write(body), List.of());
    }
}
