package org.momo4j.lab.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.convex.verify.Subject;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.lab.catalogue.Catalogue;

class SubjectsTest {
    private final Subjects subjects = new Subjects(new Catalogue<OptimizerProvider<?>>("optimizer",
            Map.of("momo", new MomoProvider<>(new MomoMethod()), "adam", new Adam.Provider())));

    @Test
    void settingsThatMakeTheSameWeightsAreOneMethod() {
        assertEquals(
                List.of("momo beta=0", "momo beta=0.9", "momo beta=0.9 averaging=bias-corrected",
                        "momo beta=0.9 averaging=heavy-ball", "momo averaging=uniform"),
                labels(subjects.of(List.of(), List.of(0.0, 0.9, 0.9))));
    }

    @Test
    void methodsWithoutMomentumArePlain() {
        assertEquals(List.of("momo beta=0"), labels(Subjects.plain(subjects.of(List.of("momo"), List.of(0.5, 0.0)))));
    }

    private static List<String> labels(List<Subject> found) {
        return found.stream().map(Subject::label).toList();
    }
}
