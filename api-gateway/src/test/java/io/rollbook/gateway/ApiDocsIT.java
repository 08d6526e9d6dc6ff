package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.path.RouteList;
import io.rollbook.gateway.running.Gateway;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

/** The server's OpenAPI document, read by a parser that is not ours. */
class ApiDocsIT {

    private static Gateway gateway;
    private static HttpResponse<String> answer;
    private static SwaggerParseResult parsed;

    @BeforeAll
    static void reads() {
        gateway = new Gateway();
        answer = gateway.send(gateway.open("/v3/api-docs"));
        var options = new ParseOptions();
        options.setResolve(true);
        parsed = new OpenAPIV3Parser().readContents(answer.body(), null, options);
    }

    @AfterAll
    static void stops() {
        gateway.close();
    }

    @Test
    void isAValidDocumentThatNeedsNoToken() {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    /** SCIM describes itself: by its schemas, resource types and configuration. */
    @Test
    void describesEveryRouteOfTheServerAndNoOther() {
        var routes =
                RouteList.all().stream()
                        .filter(route -> !route.template().startsWith("/scim/"))
                        .map(route -> route.method() + " " + unnamed(route.template()))
                        .toList();

        assertThat(parsed.getOpenAPI().getPaths().entrySet())
                .flatExtracting(
                        path ->
                                path.getValue().readOperationsMap().keySet().stream()
                                        .map(method -> method + " " + unnamed(path.getKey()))
                                        .toList())
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** A schema that says nothing but "object" is none. */
    @Test
    void givesASchemaAndAnExampleOfEachBodyOfTheAdministration() {
        operations("/admin/v1")
                .forEach(
                        operation -> {
                            if (operation.getRequestBody() != null) {
                                said(operation, operation.getRequestBody().getContent());
                            }
                            operation.getResponses().values().stream()
                                    .filter(response -> response.getContent() != null)
                                    .forEach(response -> said(operation, response.getContent()));
                        });
    }

    private static void said(Operation operation, Content content) {
        content.forEach(
                (type, body) -> {
                    var schema = body.getSchema();
                    assertThat(schema).as(operation.getOperationId()).isNotNull();
                    assertThat(schema.get$ref() != null || schema.getProperties() != null)
                            .as("the schema of %s of %s", type, operation.getOperationId())
                            .isTrue();
                    assertThat(body.getExample() != null || body.getExamples() != null)
                            .as("an example of %s of %s", type, operation.getOperationId())
                            .isTrue();
                });
    }

    private static Stream<Operation> operations(String prefix) {
        return parsed.getOpenAPI().getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(prefix))
                .flatMap(path -> path.getValue().readOperations().stream());
    }

    /** An operation that gets or makes JSON, or text, shows some. */
    @Test
    void givesAnExampleOfEachBody() {
        for (var path : parsed.getOpenAPI().getPaths().entrySet()) {
            for (var operation : path.getValue().readOperations()) {
                operation.getResponses().entrySet().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .map(Map.Entry::getValue)
                        .filter(response -> response.getContent() != null)
                        .flatMap(response -> response.getContent().entrySet().stream())
                        .filter(body -> body.getKey().matches("text/plain|.*json"))
                        .filter(body -> !path.getKey().equals("/v3/api-docs"))
                        .forEach(
                                body ->
                                        assertThat(body.getValue().getExamples())
                                                .as(operation.getOperationId())
                                                .isNotEmpty());
            }
        }
    }

    @Test
    void givesAnExampleOfEachParameterAndSaysWhatSuccessIs() {
        for (var path : parsed.getOpenAPI().getPaths().values()) {
            for (var operation : path.readOperations()) {
                var parameters = operation.getParameters();
                if (parameters != null) {
                    assertThat(parameters).extracting(Parameter::getExample).doesNotContainNull();
                }
                assertThat(operation.getResponses().keySet())
                        .anyMatch(status -> status.startsWith("2"));
            }
        }
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(
                        parsed.getOpenAPI().getPaths().values().stream()
                                .map(PathItem::readOperations)
                                .flatMap(operations -> operations.stream())
                                .map(operation -> operation.getOperationId()))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
