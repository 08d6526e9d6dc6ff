package io.rollbook.benchmarks.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What Entra sends. */
final class Messages {

    static final byte[] USER =
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
             "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
             "userName":"mia.okoro@contoso.example","active":true,
             "displayName":"Mia Okoro","title":"Risk Analyst","preferredLanguage":"en-GB",
             "emails":[{"primary":true,"type":"work","value":"mia.okoro@contoso.example"}],
             "name":{"formatted":"Mia Okoro","familyName":"Okoro","givenName":"Mia"},
             "addresses":[{"type":"work","formatted":"1 Long Lane, Leeds",
               "streetAddress":"1 Long Lane","locality":"Leeds","postalCode":"LS1 1AA",
               "country":"GB"}],
             "phoneNumbers":[{"type":"work","value":"+44 113 496 0000"},
               {"type":"mobile","value":"+44 7700 900000"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{
               "employeeNumber":"701984","department":"Risk","costCenter":"4130"}}
            """
                    .getBytes(UTF_8);

    static final String SIMPLE_FILTER = "userName eq \"mia.okoro@contoso.example\"";

    static final String COMPLEX_FILTER =
            "userType eq \"Employee\" and (emails[type eq \"work\" and value co"
                + " \"@contoso.example\"] or name.familyName sw \"Oko\") and not (active eq false)"
                + " and meta.lastModified gt \"2026-03-02T09:15:00Z\"";

    static final byte[] PATCH =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[
               {"op":"replace","path":"displayName","value":"Mia O."},
               {"op":"replace","path":"active","value":false},
               {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"m@contoso.example"},
               {"op":"replace","path":"name.familyName","value":"Okoro-Lind"}]}
            """
                    .getBytes(UTF_8);

    private Messages() {}
}
