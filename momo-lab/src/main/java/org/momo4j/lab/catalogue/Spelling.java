package org.momo4j.lab.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a mistyped name was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** The known name nearest to this one, if a third of its letters or fewer are wrong. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String lower = name.toLowerCase(Locale.ROOT);
        record Guess(String name, int distance) {}
        return known.stream().map(k -> new Guess(k, distance.apply(lower, k.toLowerCase(Locale.ROOT))))
                .filter(g -> g.distance() <= Math.max(1, g.name().length() / 3))
                .min(Comparator.comparingInt(Guess::distance)).map(Guess::name);
    }

    /** The end of a sentence about an unknown name: the nearest one, or all there are. */
    public static String hint(String name, Collection<String> known) {
        return nearest(name, known).map(n -> "did you mean \"" + n + "\"?").orElse("there are " + known);
    }
}
