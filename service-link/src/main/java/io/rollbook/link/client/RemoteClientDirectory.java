package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.wire.CallerQuestion;
import io.rollbook.link.wire.ClientQuestion;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.TakenAssertion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The client directory of another process. */
public final class RemoteClientDirectory implements ClientDirectory {

    private final LinkClient client;
    private final Duration timeout;

    public RemoteClientDirectory(LinkClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public Optional<Caller> callerWith(String clientId, String secretHash) {
        return caller(
                LinkPaths.CLIENT_SECRETS,
                new ClientQuestion.WithSecret(clientId, secretHash),
                Repeat.SAFE);
    }

    @Override
    public List<ClientTrust> trustsOf(String clientId) {
        byte[] answer =
                client.call(
                        LinkPaths.CLIENT_TRUSTS,
                        WireJson.write(new ClientQuestion.TrustsOf(clientId)),
                        Repeat.SAFE,
                        timeout);
        return WireJson.read(answer, ClientQuestion.Trusts.class).trusts();
    }

    /** Asked a second time, the answer would be that it was taken before. */
    @Override
    public Optional<Caller> callerWith(TakenAssertion assertion) {
        return caller(LinkPaths.CLIENT_ASSERTIONS, assertion, Repeat.UNSAFE);
    }

    @Override
    public Optional<Caller> callerOf(String credentialId) {
        return caller(
                LinkPaths.CLIENT_CREDENTIALS,
                new ClientQuestion.OfCredential(credentialId),
                Repeat.SAFE);
    }

    private Optional<Caller> caller(String path, Object question, Repeat repeat) {
        byte[] answer = client.call(path, WireJson.write(question), repeat, timeout);
        return Optional.ofNullable(WireJson.read(answer, CallerQuestion.Answer.class).caller());
    }
}
