package io.rollbook.standalone.command;

import io.rollbook.contract.Topics;
import io.rollbook.standalone.admin.IssuedToken;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;
import io.rollbook.standalone.run.FirstToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that a start ends with. */
final class Announcement {

    /** A newcomer who has lost the first one is not left without. */
    private static final String ANOTHER =
            "shown at the first start only; another one: ./rollbook token create --tenant "
                    + FirstToken.TENANT;

    private Announcement() {}

    static List<String> of(
            RunningInstance instance, DataFolder folder, Optional<IssuedToken> firstToken) {
        var lines = new ArrayList<String>();
        lines.add("Rollbook is ready.");
        lines.add("  Tenant URL  " + instance.base() + "/scim/v2/");
        lines.add("  Token       " + firstToken.map(Announcement::shown).orElse(ANOTHER));
        lines.add(
                "  Kafka       "
                        + instance.kafka()
                        + "  topics "
                        + Topics.DIRECTORY
                        + ", "
                        + Topics.ATTEMPTS);
        lines.add("  Data        " + folder.path() + "  (log: " + folder.log() + ")");
        lines.add("  Stop        Ctrl-C");
        return lines;
    }

    private static String shown(IssuedToken token) {
        return token.token() + "  (tenant " + FirstToken.TENANT + "; not shown again)";
    }
}
