package org.momo4j.lab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in the order in which people expect names: numbers within it by value, so that lr=1e-4 comes before lr=0.1, lr=1
 * and lr=10. Text and numbers take turns, text first.
 *
 * @param name    the name
 * @param texts   what stands between the numbers; one more than there are numbers
 * @param numbers the numbers
 */
record NaturalOrder(String name, List<String> texts, List<Double> numbers) implements Comparable<NaturalOrder> {
    /** A minus belongs to a number only after an equals sign: elsewhere it joins words. */
    private static final Pattern NUMBER = Pattern
            .compile("(?:(?<==)-)?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|(?<==)-?inf(?![a-z])");

    static NaturalOrder of(String name) {
        List<String> texts = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(name);
        int end = 0;
        while (number.find()) {
            texts.add(name.substring(end, number.start()));
            numbers.add(Double.valueOf(number.group().replace("inf", "Infinity")));
            end = number.end();
        }
        texts.add(name.substring(end));
        return new NaturalOrder(name, texts, numbers);
    }

    @Override
    public int compareTo(NaturalOrder other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i <= common; i++) {
            int order = texts.get(i).compareTo(other.texts.get(i));
            if (order == 0 && i < common) {
                order = numbers.get(i).compareTo(other.numbers.get(i));
            }
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(numbers.size(), other.numbers.size());
        return order == 0 ? name.compareTo(other.name) : order;
    }
}
