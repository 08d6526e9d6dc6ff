package io.rollbook.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Entra's log calls what this server answers. */
class ErrorCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalidValue | Attribute 'userName' is required. | MandatoryFieldsMissing",
                "400 | invalidValue | Attribute 'active' expects a boolean. | MissingValues",
                "400 | invalidValue | members: there is no user with the id x"
                        + " | UnableToResolveReferenceAttributeValue",
                "400 | invalidPath | There is no attribute 'x'. | SchemaAttributeNotFound",
                "400 | noTarget | Nothing matches. | SchemaAttributeNotFound",
                "400 | mutability | Attribute 'id' is read-only. | NotPermitted",
                "400 | tooMany | Too many operations. | UnprocessableEntity",
                "400 | invalidSyntax | Not JSON."
                        + " | SystemForCrossDomainIdentityManagementServiceIncompatible",
                "401 | | Unknown. | Unauthorized",
                "403 | | Not this role. | InsufficientRights",
                "404 | | No such user. | InvalidAnchor",
                "405 | | Not here. | MethodNotAllowed",
                "406 | | Only JSON. | SystemForCrossDomainIdentityManagementServiceIncompatible",
                "408 | | Too slow. | Timeout",
                "409 | uniqueness | Taken. | EntryConflict",
                "409 | | Changed. | Conflict",
                "412 | | Another version. | Conflict",
                "413 | | Too large. | UnprocessableEntity",
                "415 | | Text. | SystemForCrossDomainIdentityManagementServiceIncompatible",
                "422 | | Strange. | UnprocessableEntity",
                "429 | | Too many. | TooManyRequests",
                "500 | | Failed. | InternalServerError",
                "501 | | Not offered. | NotImplemented",
                "503 | | Away. | WebExceptionProtocolError",
            })
    void isTheOneOfTheTable(int status, String scimType, String detail, String code) {
        var refusal = new Refusal(status, scimType, detail);

        assertThat(ErrorCode.of(refusal, Target.of("User", "u-1")).label()).isEqualTo(code);
    }

    /** Who mistypes the tenant URL is not to restart the provisioning. */
    @Test
    void doesNotCallAPathThatIsNotThereAnObjectThatIsGone() {
        var nothing = new Refusal(404, null, "There is nothing at this path.");

        assertThat(ErrorCode.of(nothing, new Target(null, null, null, null)))
                .isEqualTo(
                        ErrorCode.SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE);
    }

    @ParameterizedTest
    @EnumSource
    void advisesInWholeSentences(ErrorCode code) {
        assertThat(code.advice()).matches("[A-Z].{40,}\\.");
    }
}
