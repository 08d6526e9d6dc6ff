package io.rollbook.provisioning.store.catalog;

/**
 * What a class is called in the store. The name and the revision are data: the class may be renamed
 * and moved, they may not.
 *
 * @param name for example {@code user.created}
 * @param revision of the JSON that is written now, from 1
 */
public record StoredType(String name, int revision, Class<?> type) {

    public StoredType {
        if (revision < 1) {
            throw new IllegalArgumentException("Revisions count from 1: " + name);
        }
    }
}
