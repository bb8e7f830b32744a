package org.momo4j.lab.result;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.momo4j.api.provider.Choice;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.report.Numbers;

/** What varies between the runs of an experiment, as text: for columns, labels and groups. */
public final class Varied {
    /** The column of the learning rate. */
    public static final String LR = "lr";
    private static final String OBJECTIVE = "objective";
    private static final List<String> COLUMNS_OF_THEIR_OWN = List.of(OBJECTIVE, "optimizer", "seed");
    private static final List<String> HEIGHT_OF_A_SCHEDULE = List.of("rate", "peak");

    private Varied() {}

    /** Whether this is one of the hyper-parameters that vary: objective, optimizer and seed have columns of their own. */
    public static boolean isHyperParameter(String column) {
        return !COLUMNS_OF_THEIR_OWN.contains(column);
    }

    /** A value as people write it: {@code 0.1}, {@code Infinity}, {@code online}; lists by their elements. */
    public static String spell(Object value) {
        return switch (value) {
            case Double number -> Numbers.plain(number);
            case Collection<?> list -> list.stream().map(Varied::spell).collect(Collectors.joining(" "));
            case Map<?, ?> map ->
                new TreeMap<>(map).entrySet().stream().map(e -> e.getKey() + "=" + spell(e.getValue()))
                        .collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    /** The objective with what varies of it: {@code least-squares}, {@code least-squares samples=200}. */
    public static String objective(RunPlan plan) {
        return plan.objective().name() + plan.varies().entrySet().stream()
                .filter(e -> e.getKey().startsWith(OBJECTIVE + "."))
                .map(e -> " " + e.getKey().substring(OBJECTIVE.length() + 1) + "=" + spell(e.getValue()))
                .collect(Collectors.joining());
    }

    /**
     * The method: the optimizer with all that varies but objective, seed and the height of the learning rate, so that the runs
     * of a method on an objective differ in rate and seed alone: {@code momo bound=online}.
     */
    public static String method(RunPlan plan) {
        return method(plan.optimizer().name(), variant(plan));
    }

    /** The label of a method: its optimizer, and the variant of it. */
    public static String method(String optimizer, Map<String, String> variant) {
        return optimizer
                + variant.entrySet().stream().map(e -> " " + e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining());
    }

    /** What varies but objective, seed and the height of the learning rate, in its order. */
    public static Map<String, String> variant(RunPlan plan) {
        boolean flat = plan.learningRate().name().equals("constant");
        String height = height(plan.learningRate()).map(h -> LR + "." + h).orElse(LR);
        Map<String, String> variant = new LinkedHashMap<>();
        plan.varies().forEach((column, value) -> {
            if (isHyperParameter(column) && !column.startsWith(OBJECTIVE + ".") && !column.equals(height)
                    && !(flat && column.equals(LR))) {
                variant.put(column, spell(value));
            }
        });
        return variant;
    }

    private static Optional<String> height(Choice rate) {
        return HEIGHT_OF_A_SCHEDULE.stream().filter(rate.values()::containsKey).findFirst();
    }

    /** The learning rate, or the height of its schedule; NaN if the schedule has none. */
    public static double rate(RunPlan plan) {
        return height(plan.learningRate()).map(plan.learningRate().values()::get)
                .or(() -> Optional.ofNullable(plan.varies().get(LR))).map(Object::toString).map(Varied::number)
                .orElse(Double.NaN);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
