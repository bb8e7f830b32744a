package org.momo4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.testkit.method.BoundFault;
import org.momo4j.testkit.method.MethodFault;
import org.momo4j.testkit.method.ScheduleFault;
import org.momo4j.testkit.objective.ObjectiveFault;
import org.momo4j.testkit.provider.ProviderFault;
import org.momo4j.testkit.step.Fault;

/** FAULTS.md lists the planted faults as they are; that each is caught, the Planted*Test of its package shows. */
class FaultTableTest {
    @Test
    void theTableListsEveryFault() throws IOException {
        String expected = Stream.of(rows("optimizer", Fault.values()), rows("momentum method", MethodFault.values()),
                rows("lower bound", BoundFault.values()), rows("schedule", ScheduleFault.values()),
                rows("objective", ObjectiveFault.values()),
                rows("provider", ProviderFault.values())).flatMap(List::stream).collect(Collectors.joining("\n"));
        String actual = Files.readAllLines(Path.of("FAULTS.md")).stream().dropWhile(line -> !line.startsWith("| ---"))
                .skip(1).takeWhile(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
        assertEquals(expected, actual);
    }

    private static List<String> rows(String kind, PlantedFault[] faults) {
        return Stream.of(faults).map(fault -> "| " + kind + " | "
                + fault.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + fault.promise() + " |").toList();
    }
}
