package org.momo4j.lab.replay;

/** A recording of one exact step as text, to be spoiled by tests: f(x) = x²/2 from x = 1, where MoMo halves x. */
final class RecordedText {
    static final String GOOD = """
            {"dtype": "float64", "vectors": [
              {"name": "half/1", "optimizer": "momo", "hyper": {"lr": 1.0, "lb": 0.0},
               "start": [1.0, 0.0],
               "steps": [{"loss": 0.5, "gradient": [1.0, 0.0], "params": [0.5, 0.0], "lowerBound": 0.0}]}]}
            """;

    private RecordedText() {}

    static String with(String old, String replacement) {
        if (!GOOD.contains(old)) {
            throw new IllegalArgumentException(old + " does not occur");
        }
        return GOOD.replace(old, replacement);
    }
}
