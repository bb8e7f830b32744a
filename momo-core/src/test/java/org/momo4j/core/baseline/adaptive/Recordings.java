package org.momo4j.core.baseline.adaptive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What other implementations made of the gradients in {@code adaptive.csv}, {@code classical.csv} or {@code free.csv}, written by the
 * script beside each.
 */
public final class Recordings {
    /** Steps of each recording. */
    public static final int STEPS = 20;
    private final List<String[]> lines;

    /** Reads {@code adaptive.csv}. */
    public Recordings() {
        this("adaptive.csv");
    }

    /** Reads the recordings in this file. */
    public Recordings(String file) {
        try (InputStream in = Recordings.class.getResourceAsStream("/org/momo4j/core/baseline/recorded/" + file)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters at the start. */
    public static double[] start() {
        return new double[]{1, -2, 3, 0.5, -0.5};
    }

    /** g_k, the same for all. */
    public double[] gradient(int k) {
        return values("all", "gradient", k);
    }

    /** f_k, the same for all, where it is recorded. */
    public double loss(int k) {
        return values("all", "loss", k)[0];
    }

    /** f*(s_k), where it is recorded. */
    public double bound(int k) {
        return values("all", "bound", k)[0];
    }

    /** x_{k+1} of an implementation. */
    public double[] params(String name, int k) {
        return values(name, "params", k);
    }

    /** A line: whose, what it holds, and k. */
    public double[] values(String name, String what, int k) {
        String[] line = lines.stream().filter(l -> l[0].equals(name) && l[1].equals(what) && l[2].equals("" + k))
                .findFirst().orElseThrow();
        return Arrays.stream(line).skip(3).mapToDouble(Double::parseDouble).toArray();
    }
}
