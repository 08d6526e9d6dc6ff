package io.rollbook.benchmarks;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** The company that the benchmark provisions: users by number, and the ids that they got. */
final class Directory {

    private final ConcurrentMap<Long, String> ids = new ConcurrentHashMap<>();

    String createUser(long number) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",\
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\
        "externalId":"ext-%1$d","userName":"%2$s","active":true,"displayName":"Person %1$d",\
        "title":"Analyst","preferredLanguage":"en-GB",\
        "name":{"formatted":"Person %1$d","givenName":"Person","familyName":"No%1$d"},\
        "emails":[{"primary":true,"type":"work","value":"%2$s"}],\
        "phoneNumbers":[{"type":"mobile","value":"+44 7700 900123"}],\
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":\
        {"employeeNumber":"E-%1$d","department":"Risk"},"roles":[]}\
        """
                .formatted(number, userName(number));
    }

    static String userName(long number) {
        return "person." + number + "@contoso.example";
    }

    static String setTitle(long number) {
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[\
        {"op":"Replace","path":"title","value":"Analyst %d"}]}\
        """
                .formatted(number);
    }

    static String createGroup(String name) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}\
        """
                .formatted(name);
    }

    static String addMembers(List<String> ids) {
        var members =
                ids.stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .collect(Collectors.joining(","));
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[\
        {"op":"Add","path":"members","value":[%s]}]}\
        """
                .formatted(members);
    }

    void remember(long number, String answer) {
        ids.put(number, idIn(answer));
    }

    String id(long number) {
        var id = ids.get(number);
        if (id == null) {
            throw new IllegalStateException("User " + number + " was not created");
        }
        return id;
    }

    static String idIn(String answer) {
        int start = answer.indexOf("\"id\":\"") + 6;
        return answer.substring(start, answer.indexOf('"', start));
    }
}
