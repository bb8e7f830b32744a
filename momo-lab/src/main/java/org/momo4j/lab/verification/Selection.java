package org.momo4j.lab.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.momo4j.api.theory.Problem;
import org.momo4j.convex.testbed.Entry;
import org.momo4j.convex.verify.TightFamily;
import org.momo4j.convex.verify.Verification;
import org.momo4j.lab.catalogue.Spelling;

/**
 * Problems to verify, chosen by name and not built yet.
 *
 * @param entries of the test bed: interpolating ones, and negative controls
 * @param tight   families on which the rate is attained
 */
public record Selection(List<Entry> entries, List<TightFamily> tight) {
    /** The one problem on which the bound is set too low and too high. */
    private static final String BOUND_CONTROL = "least-squares";

    /** Below this an exponent cannot be fitted. */
    private static final long FEWEST_TIGHT_STEPS = 1000;

    /** Every name that can be chosen. */
    public List<String> names() {
        List<String> names = new ArrayList<>(entries.stream().map(Entry::name).toList());
        tight.forEach(t -> names.add(t.name()));
        return names;
    }

    /**
     * Only what is named; everything if nothing is.
     *
     * @throws IllegalArgumentException if a name is unknown, with a guess of what was meant
     */
    public Selection only(List<String> chosen) {
        if (chosen.isEmpty()) {
            return this;
        }
        for (String name : chosen) {
            if (!names().contains(name)) {
                throw new IllegalArgumentException(
                        "unknown problem \"" + name + "\"; " + Spelling.hint(name, names()));
            }
        }
        return new Selection(entries.stream().filter(e -> chosen.contains(e.name())).toList(),
                tight.stream().filter(t -> chosen.contains(t.name())).toList());
    }

    /** Problems on which the hypotheses hold. */
    public List<Problem> interpolating() {
        return build(entries.stream().filter(Entry::interpolating));
    }

    /** The tight families with runs of at most this many steps, and a few at least. */
    public List<TightFamily> tight(long steps) {
        return tight.stream().map(family -> family.upTo(Math.max(steps, FEWEST_TIGHT_STEPS))).toList();
    }

    /** Problems without interpolation. */
    public List<Problem> controls() {
        return build(entries.stream().filter(e -> !e.interpolating()));
    }

    /**
     * Problems to be run with wrong bounds: the one on which that is sure to be seen, if it was chosen. On others a wrong
     * bound may do no harm that a check could see.
     */
    public List<Problem> boundControls() {
        return build(entries.stream().filter(e -> e.name().equals(BOUND_CONTROL)));
    }

    /** The same verification, its problems in the order of the test bed: the verifier begins with what takes longest. */
    public Verification ordered(Verification verification) {
        List<String> names = names();
        return new Verification(verification.problems().stream()
                .sorted(Comparator.comparingInt(r -> names.indexOf(r.problem().name()))).toList(),
                verification.checks());
    }

    private static List<Problem> build(Stream<Entry> entries) {
        return entries.map(e -> e.build().get()).toList();
    }
}
