package io.rollbook.scim.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Good messages, to be broken, and the pieces that break them. */
final class Corpus {

    static final List<byte[]> BODIES =
            List.of(
                    body(
                            """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                             "userName":"mia@example.com","externalId":"E-1","active":"True",
                             "name":{"givenName":"Mia","familyName":"Ökoro"},
                             "emails":[{"value":"m@example.com","type":"work","primary":true}],
                             "x509Certificates":[{"value":"YWRh"}],
                             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{
                               "department":"Risk","manager":{"value":"1"}}}
                            """),
                    body(
                            """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                             "displayName":"Risk","members":[{"value":"1","type":"User"}]}
                            """),
                    body(
                            """
                            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                             "Operations":[
                              {"op":"Add","path":"emails[type eq \\"work\\"].value","value":"x"},
                              {"op":"Replace","path":"active","value":"False"},
                              {"op":"remove","path":"name.givenName"},
                              {"op":"add","value":{"displayName":"M","name.familyName":"O"}},
                              {"op":"add","path":"members","value":[{"value":"1"}]},
                              {"op":"remove","path":"members","value":[{"value":"2"}]}]}
                            """));

    static final List<String> FILTERS =
            List.of(
                    "userName eq \"mia\" and (emails[type eq \"work\" and value co \"@x\"] or not"
                            + " (active eq true))",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq"
                            + " \"1\"",
                    "meta.lastModified gt \"2026-03-02T09:15:00Z\" and groups.$ref ew \"/1\"",
                    "emails[not (primary pr)].value ne null or x509Certificates eq \"YWRh\"");

    static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ":",
                    ",",
                    "null",
                    "true",
                    "1e400",
                    "-",
                    "\\",
                    "\\u",
                    "\\ud800",
                    "\u0000",
                    "(",
                    ")",
                    " and ",
                    " or ",
                    "not",
                    " pr",
                    " eq ",
                    ".",
                    "userName",
                    "emails",
                    "members",
                    "value",
                    "$ref",
                    "urn:",
                    "\uD83D\uDE00",
                    "ß",
                    "%",
                    "&",
                    "=",
                    "+",
                    "9999999999999999999",
                    "1.0E-400",
                    "\"op\":",
                    "/*");

    private Corpus() {}

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }
}
