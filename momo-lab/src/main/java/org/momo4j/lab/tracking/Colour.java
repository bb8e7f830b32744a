package org.momo4j.lab.tracking;

import java.util.List;
import org.momo4j.lab.plot.Style;

/** The colour of a run: that of its optimizer, in every experiment the same. MLflow draws runs in random ones otherwise. */
final class Colour {
    /** Those that are compared most often have colours of their own. */
    private static final List<String> FIRST = List.of("momo", "sgd-m", "momo-adam", "adam");
    private static final int RGB = 0xFFFFFF;

    private Colour() {}

    static String of(String optimizer) {
        int known = FIRST.indexOf(optimizer);
        int index = known >= 0 ? known : FIRST.size() + Math.floorMod(optimizer.hashCode(), FIRST.size());
        return String.format("#%06x", Style.colour(index).getRGB() & RGB);
    }
}
