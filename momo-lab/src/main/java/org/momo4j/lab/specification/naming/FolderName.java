package org.momo4j.lab.specification.naming;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Digest;

/** Names that every file system takes: letters, digits and {@code ._=+-}; what is long ends in a digest of all of it. */
public final class FolderName {
    private static final int DIGITS = 8;
    private static final int LONGEST_VALUE = 32;
    private static final int LONGEST = 180;

    private FolderName() {}

    /** A name as it is safe: not empty, and not hidden either. */
    public static String of(String name) {
        return shortened(name.replaceAll("[^A-Za-z0-9._=+-]", "_").replaceFirst("^(\\.|-|$)", "_$1"), name, LONGEST);
    }

    /** A value within a name. */
    static String spell(Object value) {
        String text = text(value);
        return shortened(text, text, LONGEST_VALUE);
    }

    /** Tells two runs apart that differ in nothing that a name shows. */
    static String distinct(String name, RunPlan plan) {
        return name + "-" + digest(plan.training() + canonical(List.of(plan.objective().values(),
                plan.optimizer().values(), plan.learningRate().values(), plan.bound().values())));
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number -> Numbers.plain(number).replace("Infinity", "inf");
            case List<?> list -> list.stream().map(FolderName::text).collect(Collectors.joining("_"));
            case Map<?, ?> map -> canonical(map);
            default -> value.toString();
        };
    }

    /** Maps are written in the order of their keys: theirs changes from one start of the program to the next. */
    private static String canonical(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((k, v) -> sorted.put(k.toString(), canonical(v)));
                yield sorted.toString();
            }
            case List<?> list -> list.stream().map(FolderName::canonical).toList().toString();
            default -> value.toString();
        };
    }

    private static String shortened(String text, String all, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest - 9) + "_" + digest(all);
    }

    private static String digest(String text) {
        return Digest.of(text).substring(0, DIGITS);
    }
}
