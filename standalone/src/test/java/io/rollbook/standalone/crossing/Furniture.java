package io.rollbook.standalone.crossing;

import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant that has one of each kind; two of them differ in nothing but their ids and names. */
final class Furniture {

    static final String MINE = "Minexx";
    static final String THEIRS = "Theirs";

    private static final RunningRollbook ROLLBOOK = RunningRollbook.shared();
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final RunningRollbook.Tenant tenant;
    private final String name;
    private final String urn;
    private final Map<Kind, String> ids = new EnumMap<>(Kind.class);
    private final String scimToken;
    private final String readToken;
    private final String exportToken;
    private final String adminToken;
    private int made;

    /**
     * @param name six letters, in every name that the tenant has
     * @param more users who make the numbers of the rest larger
     */
    Furniture(String name, int more) {
        this.name = name;
        this.tenant = ROLLBOOK.newTenant("entra");
        this.urn = "urn:ietf:params:scim:schemas:extension:%s:2.0:User".formatted(name);
        this.scimToken = tenant.token("scim");
        this.readToken = tenant.token("audit.read");
        this.exportToken = tenant.token("audit.export");
        this.adminToken = tenant.token("admin");
        registerSchema();
        makeClient();
        makeResources(more);
        readLog();
    }

    RunningRollbook.Tenant tenant() {
        return tenant;
    }

    String urn() {
        return urn;
    }

    /** The one of this kind, the same each time. */
    String id(Kind kind) {
        return ids.getOrDefault(kind, "");
    }

    /** One that may be changed, and is new each time. */
    String spare(Kind kind) {
        return switch (kind) {
            case SPARE -> newUser();
            case SPARE_GROUP -> tenant.scim().createGroup(newName()).id();
            case SPARE_CONNECTION -> newConnection();
            case TOKEN -> newToken().text("/tokenId");
            case CREDENTIAL -> newCredential();
            case HOLD -> newHold();
            default -> id(kind);
        };
    }

    Collection<String> ids() {
        return ids.values();
    }

    /** Long enough to be of the same length always. */
    String newName() {
        return "%s-%08d".formatted(name, ++made);
    }

    /** Of the role that a path needs. */
    String tokenFor(String path) {
        if (path.startsWith("/audit/export") || path.endsWith("/download")) {
            return exportToken;
        }
        return path.startsWith("/scim") || path.startsWith("/admin") ? scimToken : readToken;
    }

    /** Of who administers this tenant and no other. */
    String adminToken() {
        return adminToken;
    }

    private String newUser() {
        return tenant.scim().createUser(newName()).id();
    }

    private Answer newToken() {
        return ROLLBOOK.admin()
                .post("/tenants/" + tenant.name() + "/tokens", "{\"role\":\"scim\"}")
                .expect(201);
    }

    private String newConnection() {
        return ROLLBOOK.admin()
                .post(
                        "/tenants/" + tenant.name() + "/connections",
                        "{\"name\":\"%s\"}".formatted(newName()))
                .expect(201)
                .id();
    }

    private String newCredential() {
        return ROLLBOOK.admin()
                .post(
                        "/tenants/" + tenant.name() + "/clients/" + id(Kind.CLIENT) + "/secrets",
                        "{}")
                .expect(201)
                .text("/credentialId");
    }

    private String newHold() {
        return ROLLBOOK.admin()
                .post("/tenants/" + tenant.name() + "/holds", "{\"reason\":\"Dispute\"}")
                .expect(201)
                .id();
    }

    private void makeClient() {
        var client = ROLLBOOK.admin().post("/tenants/" + tenant.name() + "/clients", "{}");
        ids.put(Kind.CLIENT, client.expect(201).text("/clientId"));
        ids.put(Kind.CREDENTIAL, newCredential());
        ids.put(Kind.HOLD, newHold());
    }

    private void registerSchema() {
        ids.put(Kind.TENANT, tenant.id());
        ids.put(Kind.SCHEMA, urn);
        var schema =
                """
                {"resourceType":"User","schema":{"id":"%s","name":"x","attributes":[
                  {"name":"badge"},
                  {"name":"page","type":"reference","referenceTypes":["User"]},
                  {"name":"sponsor","type":"complex","subAttributes":[
                    {"name":"value"},
                    {"name":"$ref","type":"reference","referenceTypes":["User"]}]}]}}
                """;
        ROLLBOOK.admin()
                .put("/tenants/" + tenant.name() + "/schemas/" + urn, schema.formatted(urn))
                .expect(201);
        var token = newToken();
        ids.put(Kind.TOKEN, token.text("/tokenId"));
        ids.put(Kind.CONNECTION, token.text("/connectionId"));
        ids.put(Kind.JOB, token.text("/connectionId"));
    }

    private void makeResources(int more) {
        var scim = tenant.scim();
        for (int i = 0; i < more; i++) {
            newUser();
        }
        var boss = newUser();
        var source = UUID.randomUUID().toString();
        var user =
                scim.post(
                                "/Users",
                                """
                                {"schemas":["%1$s","%2$s","%3$s"],"userName":"%4$s",
                                 "externalId":"%5$s","%2$s":{"manager":{"value":"%6$s"}},
                                 "%3$s":{"badge":"B1","page":"%7$s/Users/%6$s",
                                         "sponsor":{"value":"%6$s"}}}
                                """
                                        .formatted(
                                                USER,
                                                ENTERPRISE,
                                                urn,
                                                newName(),
                                                source,
                                                boss,
                                                ROLLBOOK.scimBase()))
                        .expect(201)
                        .id();
        var group =
                scim.post(
                                "/Groups",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                                 "displayName":"%s","members":[{"value":"%s"},{"value":"%s"}]}
                                """
                                        .formatted(newName(), user, boss))
                        .expect(201);
        ids.put(Kind.SPARE, newUser());
        ids.put(Kind.SPARE_GROUP, scim.createGroup(newName()).id());
        ids.put(Kind.BOSS, boss);
        ids.put(Kind.USER, user);
        ids.put(Kind.SOURCE, source);
        ids.put(Kind.GROUP, group.id());
        var entry = tenant.awaitEntry(group);
        ids.put(Kind.ENTRY, entry.path("id").asString());
        ids.put(Kind.NUMBER, entry.at("/events/0/number").asString());
        ids.put(Kind.ROOT_CURSOR, cursor(""));
        ids.put(Kind.USER_CURSOR, cursor("/Users"));
        ids.put(Kind.GROUP_CURSOR, cursor("/Groups"));
    }

    private String cursor(String endpoint) {
        return tenant.scim().get(endpoint + "?count=1&cursor=").expect(200).text("/nextCursor");
    }

    private void readLog() {
        var log = tenant.audit();
        var entry = ids.getOrDefault(Kind.ENTRY, "");
        ids.put(Kind.LOG_CURSOR, log.get("/entries?count=1").text("/next"));
        ids.put(
                Kind.MEMBER_PLACE,
                log.get("/entries/" + entry + "/members?count=1").expect(200).text("/next"));
        var graph = new ScimClient(ROLLBOOK.base() + "/auditLogs/provisioning", readToken);
        var page = graph.get("?$top=1").expect(200);
        ids.put(Kind.CYCLE, graph.get("/" + entry).expect(200).text("/cycleId"));
        ids.put(Kind.LOG_PLACE, skipToken(page));
        ids.put(
                Kind.PROPERTY_PLACE,
                skipToken(graph.get("/" + entry + "/modifiedProperties?$top=1").expect(200)));
        var number = ids.getOrDefault(Kind.NUMBER, "");
        await().until(
                        () ->
                                log.get("/integrity/inclusion?stream=directory&number=" + number)
                                                .status()
                                        == 200);
    }

    private static String skipToken(Answer page) {
        var link = page.body().path("@odata.nextLink").asString("");
        return List.of(URI.create(link).getRawQuery().split("&")).stream()
                .filter(option -> option.contains("skiptoken="))
                .map(option -> option.substring(option.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }
}
