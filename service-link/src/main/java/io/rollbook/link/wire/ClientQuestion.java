package io.rollbook.link.wire;

import io.rollbook.scim.seam.ClientTrust;

import java.util.List;

/** What a gateway asks about OAuth clients; most is answered by {@link CallerQuestion.Answer}. */
public final class ClientQuestion {

    private ClientQuestion() {}

    /** "Whose is this secret?" */
    public record WithSecret(String clientId, String secretHash) {}

    /** "Whose signatures may this client show?" */
    public record TrustsOf(String clientId) {}

    public record Trusts(List<ClientTrust> trusts) {

        public Trusts {
            trusts = List.copyOf(trusts);
        }
    }

    /** "Who holds tokens that were got by this credential?" */
    public record OfCredential(String credentialId) {}
}
