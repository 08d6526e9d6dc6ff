package io.rollbook.audit.integrity.chain;

import io.rollbook.verify.merkle.Frontier;
import io.rollbook.verify.merkle.Hash;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The chains of one tenant, within a transaction that reaches it. */
public final class Chains {

    private static final int BATCH = 1_000;

    private static final String HEADS =
            "select stream, size, hash, peaks from chain_head where tenant = ?";
    private static final String INSERT_LINKS =
            "insert into chain_link (tenant, stream, number, hash)"
                    + " select ?, ?, u.* from unnest(?, ?) as u";
    private static final String INSERT_NODE =
            "insert into chain_node (tenant, stream, level, index, hash) values (?, ?, ?, ?, ?)";
    private static final String SAVE_HEAD =
            """
            insert into chain_head (tenant, stream, size, hash, peaks) values (?, ?, ?, ?, ?)
            on conflict (tenant, stream) do update
                set size = excluded.size, hash = excluded.hash, peaks = excluded.peaks
            """;
    private static final String DUE =
            "insert into checkpoint_due (tenant) values (?) on conflict do nothing";

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<LogStream, Chain> chains;

    private Chains(JdbcTemplate transaction, String tenant, Map<LogStream, Chain> chains) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.chains = chains;
    }

    /** As they are at this moment; who appends must have locked out others. */
    public static Chains read(JdbcTemplate transaction, String tenant) {
        var chains = new EnumMap<LogStream, Chain>(LogStream.class);
        transaction.query(
                HEADS,
                row -> {
                    var stream = LogStream.ofLabel(row.getString("stream")).orElseThrow();
                    chains.put(
                            stream,
                            new Chain(
                                    tenant,
                                    stream,
                                    Frontier.of(row.getLong("size"), row.getBytes("peaks")),
                                    Hash.fromBytes(row.getBytes("hash"))));
                },
                tenant);
        return new Chains(transaction, tenant, chains);
    }

    public Chain of(LogStream stream) {
        return chains.computeIfAbsent(stream, none -> Chain.start(tenant, stream));
    }

    /** Those that have entries. */
    public List<Chain> all() {
        return List.copyOf(chains.values());
    }

    /** Stores what was appended, once. */
    public void save() {
        boolean grown = false;
        var nodes = new ArrayList<Object[]>();
        var heads = new ArrayList<Object[]>();
        for (var chain : chains.values()) {
            if (chain.newLinks().isEmpty()) {
                continue;
            }
            var stream = chain.stream().label();
            var links = chain.newLinks();
            grown = true;
            transaction.update(
                    INSERT_LINKS,
                    tenant,
                    stream,
                    links.stream().map(Chain.Link::number).toArray(Long[]::new),
                    links.stream().map(link -> link.hash().bytes()).toArray(byte[][]::new));
            for (var node : chain.newNodes()) {
                nodes.add(
                        new Object[] {
                            tenant, stream, node.level(), node.index(), node.hash().bytes()
                        });
            }
            heads.add(
                    new Object[] {
                        tenant, stream, chain.size(), chain.head().head().bytes(), chain.peakBytes()
                    });
        }
        insert(INSERT_NODE, nodes);
        insert(SAVE_HEAD, heads);
        if (grown) {
            transaction.update(DUE, tenant);
        }
    }

    private void insert(String statement, List<Object[]> rows) {
        transaction.batchUpdate(
                statement,
                rows,
                BATCH,
                (prepared, row) -> {
                    for (int column = 0; column < row.length; column++) {
                        prepared.setObject(column + 1, row[column]);
                    }
                });
    }
}
