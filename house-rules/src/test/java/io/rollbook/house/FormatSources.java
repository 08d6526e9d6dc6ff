package io.rollbook.house;

import java.nio.file.Files;
import java.nio.file.Path;

/** Rewrites the sources of a checkout in the house's format. */
final class FormatSources {

    private FormatSources() {}

    public static void main(String[] args) throws Exception {
        var format = new HouseFormat();
        for (var file : SourceFiles.below(Path.of(args[0]).toAbsolutePath().normalize())) {
            var source = Files.readString(file);
            var formatted = format.apply(source);
            if (!formatted.equals(source)) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file.getFileName());
            }
        }
    }
}
