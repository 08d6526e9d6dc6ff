package io.rollbook.scim.patch;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.resource.Requirements;
import io.rollbook.scim.resource.Sent;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;

import java.util.List;

/** Bound operations, ready for any resource of their type. Immutable. */
public final class Patch implements Sent {
    private final ResourceType type;
    private final List<Step> steps;
    private final List<String> ignored;

    Patch(ResourceType type, List<Step> steps, List<String> ignored) {
        this.type = type;
        this.steps = List.copyOf(steps);
        this.ignored = List.copyOf(ignored);
    }

    @Override
    public List<String> ignored() {
        return ignored;
    }

    @Override
    public boolean names(AttributePath path) {
        return steps.stream().anyMatch(step -> step.isOn(path));
    }

    @Override
    public int detachedNamed() {
        return steps.stream().mapToInt(Step::detachedNamed).sum();
    }

    /**
     * Applies every operation to the result of the one before it, or none at all (RFC 7644 §3.5.2).
     *
     * @param current without {@code id}, {@code schemas}, {@code meta} and detached attributes
     */
    public Outcome<Patched> apply(Complex current) {
        return Refusal.toOutcome(() -> applied(current));
    }

    /**
     * What the operations would make of a resource if none of them were refused, as far as they say
     * it: for telling what a refused patch wanted, never for carrying it out.
     *
     * @param current as for {@link #apply}; empty when it is not known
     */
    public Patched wished(Complex current) {
        Complex state = current;
        MemberSteps detached = new MemberSteps();
        for (Step step : steps) {
            switch (step) {
                case Step.OnAttribute onAttribute -> state = onAttribute.wished(state);
                case Step.OnDetached(MemberOperation operation) -> detached.add(operation);
            }
        }
        return new Patched(state, detached.toList());
    }

    private Patched applied(Complex current) {
        Complex state = current;
        MemberSteps detached = new MemberSteps();
        for (Step step : steps) {
            switch (step) {
                case Step.OnAttribute onAttribute -> state = onAttribute.apply(state);
                case Step.OnDetached(MemberOperation operation) -> detached.add(operation);
            }
        }
        return new Patched(
                Refusal.orThrow(Requirements.kept(current, state, type)), detached.toList());
    }
}
