package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;

import org.junit.jupiter.api.Test;

/** What is accepted by tolerance and not kept is said in the log. */
class WarningIT {

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");

    @Test
    void whatAWriteIgnoredIsNamed() {
        var scim = tenant.scim();
        var created =
                scim.post(
                                "/Users",
                                "{\"userName\":\"mia\",\"password\":\"s3cret\",\"shoeSize\":38}")
                        .expect(201);
        var entry = tenant.awaitEntry(created);

        assertThat(entry.path("status").asString()).isEqualTo("warning");
        assertThat(entry.path("warning").path("ignored").toString())
                .isEqualTo("[\"password\",\"shoeSize\"]");
        assertThat(entry.toString()).doesNotContain("s3cret");

        var path = "/Users/" + created.id();
        var only = "{\"op\":\"replace\",\"path\":\"password\",\"value\":\"s3cret\"}";
        var patched = tenant.awaitEntry(scim.patch(path, only).expect(200));
        assertThat(patched.path("status").asString()).isEqualTo("warning");
        assertThat(patched.path("warning").path("ignored").toString()).isEqualTo("[\"password\"]");

        var whole = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}";
        var changed = tenant.awaitEntry(scim.patch(path, whole).expect(200));
        assertThat(changed.path("status").asString()).isEqualTo("success");
    }
}
