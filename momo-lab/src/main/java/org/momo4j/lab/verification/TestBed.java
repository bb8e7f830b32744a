package org.momo4j.lab.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.momo4j.api.theory.Problem;
import org.momo4j.convex.verify.TightFamily;
import org.momo4j.lab.catalogue.Spelling;

/**
 * The problems of a verification.
 *
 * @param problems      on which the hypotheses hold
 * @param controls      without interpolation
 * @param boundControls on which the hypotheses hold, to be run with wrong bounds
 * @param tight         families on which the rate is attained
 */
public record TestBed(List<Problem> problems, List<Problem> controls, List<Problem> boundControls,
        List<TightFamily> tight) {
    /** Every name that can be chosen. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        problems.forEach(p -> names.add(p.name()));
        tight.forEach(t -> names.add(t.name()));
        controls.forEach(p -> names.add(p.name()));
        boundControls.stream().map(Problem::name).filter(n -> !names.contains(n)).forEach(names::add);
        return names;
    }

    /**
     * Only what is named; everything if nothing is.
     *
     * @throws IllegalArgumentException if a name is unknown, with a guess of what was meant
     */
    public TestBed only(List<String> chosen) {
        if (chosen.isEmpty()) {
            return this;
        }
        for (String name : chosen) {
            if (!names().contains(name)) {
                throw new IllegalArgumentException(
                        "unknown problem \"" + name + "\"; " + Spelling.hint(name, names()));
            }
        }
        return new TestBed(keep(problems, Problem::name, chosen), keep(controls, Problem::name, chosen),
                keep(boundControls, Problem::name, chosen), keep(tight, TightFamily::name, chosen));
    }

    private static <T> List<T> keep(List<T> all, Function<T, String> name, List<String> chosen) {
        return all.stream().filter(t -> chosen.contains(name.apply(t))).toList();
    }
}
