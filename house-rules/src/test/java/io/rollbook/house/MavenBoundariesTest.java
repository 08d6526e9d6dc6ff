package io.rollbook.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

/** The bans of Maven's enforcer stand in each module and allow what the map of the house allows. */
class MavenBoundariesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scim-protocol           | ''",
                "event-contract          | ''",
                "audit-verify            | ''",
                "embedded-infrastructure | ''",
                "service-link            | scim-protocol",
                "provisioning-core       | scim-protocol event-contract service-link",
                "projections             | scim-protocol event-contract service-link",
                "audit-service           | scim-protocol event-contract service-link audit-verify",
                "api-gateway             | scim-protocol service-link"
            })
    void allowsItsNeighboursOnly(String module, String neighbours) throws Exception {
        var allowed = neighbours.isEmpty() ? List.<String>of() : List.of(neighbours.split(" "));
        var pom = pom(module);

        assertThat(declared(pom)).isSubsetOf(allowed);
        assertThat(texts(pom, "//bannedDependencies//exclude/text()"))
                .containsAnyOf("io.rollbook:*:*:*:compile", "*:*:*:*:compile");
        assertThat(texts(pom, "//bannedDependencies//include/text()"))
                .filteredOn(include -> include.startsWith("io.rollbook:"))
                .containsExactlyInAnyOrderElementsOf(
                        allowed.stream().map("io.rollbook:"::concat).toList());
    }

    /** The modules of the house that a module may use in its product, not only in its tests. */
    private static List<String> declared(Document pom) throws Exception {
        var path = "/project/dependencies/dependency[groupId='io.rollbook'][not(scope='test')]";
        var found =
                (NodeList)
                        XPathFactory.newInstance()
                                .newXPath()
                                .evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(d -> d.getElementsByTagName("artifactId").item(0).getTextContent())
                .toList();
    }

    private static List<String> texts(Document pom, String path) throws Exception {
        var found =
                (NodeList)
                        XPathFactory.newInstance()
                                .newXPath()
                                .evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getNodeValue().strip())
                .toList();
    }

    private static Document pom(String module) throws Exception {
        var file = SourceFiles.root().resolve(module).resolve("pom.xml").toFile();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }
}
