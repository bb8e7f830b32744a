package org.momo4j.lab.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void anUnknownNameGetsAGuessOrAllThereAre() {
        var catalogue = new Catalogue<Integer>("bound", Map.of("online", 1, "known", 2));
        assertEquals(1, catalogue.get("online"));
        assertEquals("unknown bound \"onlin\"; did you mean \"online\"?",
                assertThrows(IllegalArgumentException.class, () -> catalogue.get("onlin")).getMessage());
        assertEquals("unknown bound \"zero\"; there are [known, online]",
                assertThrows(IllegalArgumentException.class, () -> catalogue.get("zero")).getMessage());
    }

    @Test
    void guessesIgnoreCaseAndAreNotFarFetched() {
        assertEquals(Optional.of("momo"), Spelling.nearest("MoMo", List.of("momo", "adam")));
        assertEquals(Optional.empty(), Spelling.nearest("sgd", List.of("momo", "adam")));
    }
}
