package io.rollbook.verify.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Against trees that are computed from all their leaves. */
class MerkleProperties {

    private static final int LARGEST = 200;
    private static final NaiveTree ALL =
            new NaiveTree(
                    IntStream.range(0, LARGEST)
                            .mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i}))
                            .toList());
    private static final MerkleTree TREE = new MerkleTree(ALL);

    @Property(tries = 200)
    void aGrowingTreeHasTheRootOfItsLeaves(@ForAll @IntRange(max = LARGEST) int size) {
        var tree = Frontier.empty();
        ALL.leaves().subList(0, size).forEach(tree::append);

        assertThat(tree.root()).isEqualTo(ALL.root(0, size)).isEqualTo(TREE.root(size));
        assertThat(Frontier.of(size, tree.toBytes()).root()).isEqualTo(tree.root());
    }

    @Property(tries = 200)
    void appendingTellsOfEachSubtreeOnce(@ForAll @IntRange(max = LARGEST) int size) {
        var tree = Frontier.empty();
        var told = new ArrayList<Frontier.Subtree>();
        ALL.leaves().subList(0, size).forEach(leaf -> told.addAll(tree.append(leaf)));

        assertThat(told)
                .hasSize(size - Integer.bitCount(size))
                .allSatisfy(
                        subtree ->
                                assertThat(subtree.hash())
                                        .isEqualTo(ALL.hash(subtree.level(), subtree.index())));
    }

    @Property(tries = 300)
    void everyLeafCanBeProved(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST - 1) int any,
            @ForAll @IntRange(max = LARGEST - 1) int other) {
        int index = any % size;
        var path = TREE.inclusion(index, size);
        var root = ALL.root(0, size);

        assertThat(path.size()).isLessThanOrEqualTo(32 - Integer.numberOfLeadingZeros(size - 1));
        assertThat(MerkleProof.includes(ALL.leaves().get(index), index, size, path, root)).isTrue();
        if (other != index) {
            var wrong = ALL.leaves().get(other);
            assertThat(MerkleProof.includes(wrong, index, size, path, root)).isFalse();
            assertThat(MerkleProof.includes(ALL.leaves().get(index), other, size, path, root))
                    .isFalse();
        }
        assertThat(MerkleProof.includes(ALL.leaves().get(index), index, size, path, Hash.ZERO))
                .isFalse();
    }

    @Property(tries = 300)
    void growthCanBeProvedAndNothingElse(
            @ForAll @IntRange(min = 1, max = LARGEST) int one,
            @ForAll @IntRange(min = 1, max = LARGEST) int another) {
        int older = Math.min(one, another);
        int newer = Math.max(one, another);
        var path = TREE.consistency(older, newer);
        var before = ALL.root(0, older);
        var after = ALL.root(0, newer);

        assertThat(MerkleProof.consistent(older, before, newer, after, path)).isTrue();
        assertThat(MerkleProof.consistent(older, Hash.ZERO, newer, after, path)).isFalse();
        assertThat(MerkleProof.consistent(older, before, newer, Hash.ZERO, path)).isFalse();
        assertThat(MerkleProof.consistent(older, before, newer, after, with(path, Hash.ZERO)))
                .isFalse();
    }

    private static List<Hash> with(List<Hash> path, Hash more) {
        var longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }
}
