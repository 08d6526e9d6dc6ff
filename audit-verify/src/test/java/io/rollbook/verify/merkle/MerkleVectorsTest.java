package io.rollbook.verify.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The trees over the leaves a, b, c, d, e, computed by another program. */
class MerkleVectorsTest {

    private static final String ROOT_OF_2 =
            "b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb";
    private static final String ROOT_OF_3 =
            "36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1";
    private static final String ROOT_OF_5 =
            "fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b";
    private static final String LEAF_C =
            "597fcb31282d34654c200d3418fca5705c648ebf326ec73d8ddef11841f876d8";
    private static final String LEAF_D =
            "d070dc5b8da9aea7dc0f5ad4c29d89965200059c9a0ceca3abd5da2492dcb71d";
    private static final String LEAF_E =
            "2824a7ccda2caa720c85c9fba1e8b5b735eecfdb03878e4f8dfe6c3625030bc4";

    private static final NaiveTree TREE = new NaiveTree(leaves("a", "b", "c", "d", "e"));

    private static List<Hash> leaves(String... data) {
        return List.of(data).stream()
                .map(text -> Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c",
        "2, " + ROOT_OF_2,
        "3, " + ROOT_OF_3,
        "5, " + ROOT_OF_5
    })
    void hasTheRoot(int size, String root) {
        var growing = Frontier.empty();
        TREE.leaves().subList(0, size).forEach(growing::append);

        assertThat(growing.root().hex()).isEqualTo(root);
        assertThat(new MerkleTree(TREE).root(size).hex()).isEqualTo(root);
    }

    @Test
    void provesThatALeafIsIn() {
        var path = new MerkleTree(TREE).inclusion(2, 5);

        assertThat(path).extracting(Hash::hex).containsExactly(LEAF_D, ROOT_OF_2, LEAF_E);
        assertThat(MerkleProof.includes(Hash.fromHex(LEAF_C), 2, 5, path, Hash.fromHex(ROOT_OF_5)))
                .isTrue();
    }

    @Test
    void provesThatATreeOnlyGrew() {
        var path = new MerkleTree(TREE).consistency(3, 5);

        assertThat(path).extracting(Hash::hex).containsExactly(LEAF_C, LEAF_D, ROOT_OF_2, LEAF_E);
        assertThat(
                        MerkleProof.consistent(
                                3, Hash.fromHex(ROOT_OF_3), 5, Hash.fromHex(ROOT_OF_5), path))
                .isTrue();
    }
}
