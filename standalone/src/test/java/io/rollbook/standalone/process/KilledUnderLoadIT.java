package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.tail.EventTail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** P1: what was acknowledged survives SIGKILL, in the read model and on the topic. */
@Execution(ExecutionMode.CONCURRENT)
class KilledUnderLoadIT {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 300;

    @TempDir private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void everyAcknowledgedWriteIsThereAfterTheNextStart() throws Exception {
        try (var first = RollbookProcess.up(folder)) {
            writeUntilKilled(first);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);

        try (var second = RollbookProcess.up(folder)) {
            var scim = second.scim();
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(scim.get("/Users/" + id).status()).isEqualTo(200));
            assertThat(publishedUsers(second)).containsAll(acknowledged);
            scim.createUser("after");
        }
    }

    private void writeUntilKilled(RollbookProcess rollbook) throws InterruptedException {
        var scim = rollbook.scim();
        var next = new AtomicInteger();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> write(scim, next));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
            rollbook.kill();
        }
    }

    /** Ends with the first request that gets no answer. */
    private void write(ScimClient scim, AtomicInteger next) {
        while (true) {
            var answer = scim.createUser("user-" + next.incrementAndGet());
            acknowledged.add(answer.id());
        }
    }

    private Set<String> publishedUsers(RollbookProcess rollbook) throws InterruptedException {
        var tenant = rollbook.tenantId();
        var lines = new CopyOnWriteArrayList<String>();
        try (var tail = new EventTail(rollbook.instance().kafka(), tenant, true)) {
            var reader = Thread.ofVirtual().start(() -> tail.follow(lines::add));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(created(lines)).containsAll(acknowledged));
            tail.stop();
            reader.join();
        }
        return created(lines);
    }

    private static Set<String> created(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("  user.created  "))
                .map(line -> line.replaceFirst(".*  /Users/(\\S+)  .*", "$1"))
                .collect(Collectors.toSet());
    }
}
