package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.wire.CallerQuestion;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.TokenDirectory;

import java.time.Duration;
import java.util.Optional;

/** The token directory of another process. */
public final class RemoteTokenDirectory implements TokenDirectory {

    private final LinkClient client;
    private final Duration timeout;

    public RemoteTokenDirectory(LinkClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public Optional<Caller> callerOf(String tokenHash) {
        byte[] answer =
                client.call(
                        LinkPaths.CALLERS,
                        WireJson.write(new CallerQuestion(tokenHash)),
                        Repeat.SAFE,
                        timeout);
        return Optional.ofNullable(WireJson.read(answer, CallerQuestion.Answer.class).caller());
    }
}
