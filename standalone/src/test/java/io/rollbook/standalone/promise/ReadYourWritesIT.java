package io.rollbook.standalone.promise;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

/** P3: a GET that starts after a write's answer shows that write. */
class ReadYourWritesIT {

    private final ScimClient scim = RunningRollbook.shared().newTenant("entra").scim();

    @Test
    void everyReadShowsTheWriteBeforeIt() throws Exception {
        new ReadYourWrites(scim).play(200, 8);
    }
}
