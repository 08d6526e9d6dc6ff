package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.wire.VisibilityQuestion;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import java.time.Duration;
import java.util.List;

/**
 * The visibility of another process. Any instance may be asked: each answers for all of them.
 * Throws {@link io.rollbook.scim.seam.Unavailable} when none can be reached.
 */
public final class RemoteVisibility implements Visibility {

    /** Room for the way there and back on top of the wait itself. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final LinkClient client;

    public RemoteVisibility(LinkClient client) {
        this.client = client;
    }

    @Override
    public boolean await(String tenantId, List<Written> written, Duration atMost) {
        byte[] question =
                WireJson.write(new VisibilityQuestion(tenantId, written, atMost.toMillis()));
        byte[] answer =
                client.call(LinkPaths.VISIBILITY, question, Repeat.SAFE, atMost.plus(MARGIN));
        return WireJson.read(answer, VisibilityQuestion.Answer.class).visible();
    }
}
