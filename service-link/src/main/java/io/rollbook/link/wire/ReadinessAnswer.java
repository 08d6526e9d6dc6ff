package io.rollbook.link.wire;

import java.util.List;

/** One sentence for each part that cannot serve; empty when all can. */
public record ReadinessAnswer(List<String> reasons) {}
