package org.momo4j.lab.reference;

import org.momo4j.api.provider.Provider;
import org.momo4j.lab.catalogue.Entry;

/**
 * Something of the catalogue that has a page, or a part of one.
 *
 * @param provider as the catalogue has it
 * @param entry    as {@code momo list} describes it
 * @param type     the whole name of the class whose Javadoc says what it is
 * @param <P>      its kind
 */
record Listed<P extends Provider<?>>(P provider, Entry entry, String type) {
    /** Something whose provider is, or is nested in, the class with the Javadoc. */
    static <P extends Provider<?>> Listed<P> of(P provider, Entry entry, Class<?> ofProvider) {
        Class<?> outer = ofProvider;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return new Listed<>(provider, entry, outer.getName());
    }

    String name() {
        return entry.name();
    }
}
