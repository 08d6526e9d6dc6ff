package io.rollbook.house.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes docs/scim-conformance.md of a checkout. */
final class WriteConformance {

    private WriteConformance() {}

    public static void main(String[] args) throws Exception {
        var checkout = new Checkout(Path.of(args[0]).toAbsolutePath().normalize());
        var conformance = checkout.conformance();
        Files.writeString(checkout.document(), conformance.document());
        System.out.println("without a test: " + conformance.unproven());
    }
}
