package io.rollbook.standalone;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/** What {@code --version} says: the version in the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Rollbook " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
