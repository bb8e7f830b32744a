package org.momo4j.testkit.step;

import java.util.Optional;
import java.util.stream.Stream;

/** The contract as a plugin uses it: an optimizer without faults keeps every promise. */
class RightOptimizerTest implements OptimizerContract {
    @Override
    public Stream<OptimizerSubject> subjects() {
        return PlantedSgdProvider.subjects(Optional.empty());
    }
}
