package io.rollbook.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.group.GroupCreated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever is in a name finds it, of any length and from anywhere; and nothing else does. */
class PartsOfNamesIT {

    private static final String NAME = "Łucja \uD835\uDCB3 50%_of\\all Wagkerhara-Świętochłowska";
    private static final String OTHER = "Wagkerhara-Wagkerhara 50% of all";

    private static LogDatabase database;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_parts_of_names"));
        var story = new Story("contoso");
        for (var name : List.of(NAME, OTHER)) {
            story.tell(
                    new GroupCreated(
                            "g-" + name.length(),
                            1,
                            Map.of("displayName", name),
                            Story.cause("r-" + name.length())));
        }
        Batches.apply(database, story.told());
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void findThoseThatHaveThem() {
        var vocabulary = new Vocabulary(database, "contoso");
        for (var part : parts()) {
            var expected = OTHER.contains(part) ? 2 : 1;
            assertThat(vocabulary.subjects(SubjectPart.NAME, new TextMatch.Contains(part), 10))
                    .as(part)
                    .hasValueSatisfying(ids -> assertThat(ids).hasSize(expected));
        }
        var both = new TextMatch.Contains("Wagkerhara-Ś-Wagkerhara");
        assertThat(vocabulary.subjects(SubjectPart.NAME, both, 10))
                .hasValueSatisfying(ids -> assertThat(ids).isEmpty());
    }

    /** By code points: half of a character is no text. */
    private static List<String> parts() {
        var points = NAME.codePoints().toArray();
        var parts = new ArrayList<String>();
        for (int from = 0; from < points.length; from++) {
            for (int length = 1; from + length <= points.length; length++) {
                parts.add(new String(points, from, length));
            }
        }
        return parts;
    }
}
