package io.rollbook.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.bulk.message.BulkLimits;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.RequestSizes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import java.util.Set;

class BodyLimitsTest {

    private final BodyLimits limits =
            new BodyLimits(DataSize.ofBytes(100), DataSize.ofBytes(200), new BulkLimits(10, 150));

    @ParameterizedTest
    @CsvSource({
        "/Users,     , 100",
        "/Groups,    , 200",
        "/Groups/1,  , 200",
        "/Bulk,      , 150",
        "/Users,   90,  90",
        "/Groups,  90,  90",
        "/Bulk,    90,  90",
        "/Users,  300, 100",
        "/Groups, 300, 200",
        "/Bulk,   300, 150"
    })
    void whatIsSetForACallerCanOnlyBeSmaller(String path, @Nullable Integer set, long expected) {
        var terms = CallerTerms.DEFAULT.with(new RequestSizes(set, null, null, null, null, null));
        var caller = new Caller("t", Profile.ENTRA, "c", "k", Set.of(), terms);

        var limit = limits.at(path, caller);

        assertThat(limit.bytes()).isEqualTo(expected);
        assertThat(limit.exceeded().status()).isEqualTo(413);
        assertThat(limit.exceeded().detail()).contains(Long.toString(expected));
    }
}
