package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.tail.EventTail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Tails a tenant's events from Kafka. */
@Command(
        name = "events",
        description = "Prints a tenant's events from Kafka as they come, one line each.",
        mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {

    @Mixin private final InstanceOptions instance = new InstanceOptions();

    @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose events.")
    private String tenant = "";

    @Option(
            names = "--from-beginning",
            description = "From the tenant's first event, not only what comes from now on.")
    private boolean fromBeginning;

    @Override
    public Integer call() {
        try (var tail = new EventTail(instance.running().kafka(), tenantId(), fromBeginning)) {
            tail.follow(Terminal::say);
        }
        return 0;
    }

    private String tenantId() {
        try (var administration = instance.administration()) {
            return administration.tenants().stream()
                    .filter(known -> known.name().equals(tenant) || known.id().equals(tenant))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("There is no tenant named " + tenant + "."))
                    .id();
        }
    }
}
