package io.rollbook.provisioning.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Collection;

/** When tokens were last used, about. */
public final class TokenUseRegister {

    private final JdbcClient jdbc;

    public TokenUseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a token was used. */
    public record Use(String tokenId, Instant at) {}

    /** All in one statement; a token that is gone by now is left out. Across tenants. */
    public void note(Collection<Use> uses) {
        jdbc.sql(
                        """
                        insert into token_use (token, tenant, used_at)
                        select token, tenant, to_timestamp(at / 1000.0)
                        from unnest(?, ?) as used (token, at) join token_register using (token)
                        order by token
                        on conflict (token) do update
                            set used_at = greatest(token_use.used_at, excluded.used_at)
                        """)
                .param(uses.stream().map(Use::tokenId).toArray(String[]::new))
                .param(uses.stream().map(use -> use.at().toEpochMilli()).toArray(Long[]::new))
                .update();
    }
}
