package org.momo4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private record Named(String name) implements Subject {}

    private static final Promise<Named> SHORT = new Promise<>("is short", subject -> {
        if (subject.name().length() > 3) {
            throw new AssertionError("is long");
        }
    });

    @Test
    void everySubjectHasATestForEveryPromise() throws Throwable {
        List<DynamicNode> nodes = Promise.tests(Stream.of(new Named("abc"), new Named("abcd")), List.of(SHORT))
                .toList();
        assertEquals(List.of("abc", "abcd"), nodes.stream().map(DynamicNode::getDisplayName).toList());
        DynamicTest kept = test(nodes.get(0));
        DynamicTest broken = test(nodes.get(1));
        kept.getExecutable().execute();
        assertThrows(AssertionError.class, () -> broken.getExecutable().execute());
        assertEquals("is short", broken.getDisplayName());
    }

    private static DynamicTest test(DynamicNode node) {
        DynamicContainer container = assertInstanceOf(DynamicContainer.class, node);
        return assertInstanceOf(DynamicTest.class, container.getChildren().findFirst().orElseThrow());
    }

    @Test
    void aContractWithoutSubjectsFails() {
        assertEquals("the contract has no subjects; it needs at least one",
                assertThrows(IllegalArgumentException.class, () -> Promise.tests(Stream.of(), List.of(SHORT)))
                        .getMessage());
    }
}
