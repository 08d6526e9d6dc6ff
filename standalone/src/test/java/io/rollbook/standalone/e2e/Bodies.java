package io.rollbook.standalone.e2e;

/** Request bodies in the shapes that Microsoft Entra sends. */
public final class Bodies {

    private Bodies() {}

    public static String user(String userName) {
        return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
         "externalId": "external-%1$s", "userName": "%1$s", "active": true,
         "displayName": "Mia Okoro", "title": "Engineer",
         "name": {"formatted": "Mia Okoro", "givenName": "Mia", "familyName": "Okoro"},
         "emails": [{"type": "work", "primary": true, "value": "%1$s"}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "R&D"}}
        """
                .formatted(userName);
    }

    public static String group(String displayName) {
        return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
         "externalId": "external-%1$s", "displayName": "%1$s", "members": []}
        """
                .formatted(displayName);
    }

    public static String addMember(String userId) {
        return """
        {"op": "Add", "path": "members", "value": [{"$ref": null, "value": "%s"}]}
        """
                .formatted(userId);
    }

    public static String removeMember(String userId) {
        return """
        {"op": "Remove", "path": "members[value eq \\"%s\\"]"}
        """
                .formatted(userId);
    }

    public static String replace(String path, String jsonValue) {
        return """
        {"op": "Replace", "path": "%s", "value": %s}
        """
                .formatted(path.replace("\"", "\\\""), jsonValue);
    }
}
