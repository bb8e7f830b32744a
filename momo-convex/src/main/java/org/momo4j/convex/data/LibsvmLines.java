package org.momo4j.convex.data;

import java.util.Arrays;
import java.util.OptionalInt;

/** Parses LIBSVM lines one by one into growing arrays. */
final class LibsvmLines {
    /** One below the largest array, because n + 1 starts are stored. */
    private static final long LARGEST_INDEX = Integer.MAX_VALUE - 16;

    private final String file;
    private final int smallestIndex;
    private final GrowingDoubles labels = new GrowingDoubles();
    private final GrowingDoubles values = new GrowingDoubles();
    private final GrowingInts indices = new GrowingInts();
    private final GrowingInts starts = new GrowingInts();
    private int line;
    private boolean zeroSeen;
    private int largest = -1;
    private int largestLine;
    private int largestColumn;

    LibsvmLines(String file, int smallestIndex) {
        this.file = file;
        this.smallestIndex = smallestIndex;
        starts.add(0);
    }

    double[] labels() {
        return labels.toArray();
    }

    /** Adds one line of the file, which may be blank or a comment. */
    void add(String text) {
        line++;
        int comment = text.indexOf('#');
        int end = comment < 0 ? text.length() : comment;
        int at = skipSpace(text, 0, end);
        if (at == end) {
            return;
        }
        int stop = tokenEnd(text, at, end);
        labels.add(number(text.substring(at, stop), at, "label"));
        int previous = -1;
        for (at = skipSpace(text, stop, end); at < end; at = skipSpace(text, stop, end)) {
            stop = tokenEnd(text, at, end);
            previous = entry(text, at, stop, previous);
        }
        starts.add(values.size());
    }

    private int entry(String text, int at, int stop, int previous) {
        int colon = text.indexOf(':', at);
        if (colon < 0 || colon >= stop) {
            throw wrong(at, "entry", text.substring(at, stop), "it must be index:value");
        }
        int index = index(text.substring(at, colon), at);
        if (index <= previous) {
            throw wrong(at, "index", text.substring(at, colon), "indices must ascend, and the one before is "
                    + previous);
        }
        double value = number(text.substring(colon + 1, stop), colon + 1, "value");
        zeroSeen |= index == 0;
        if (index > largest) {
            largest = index;
            largestLine = line;
            largestColumn = at;
        }
        if (value != 0) {
            indices.add(index);
            values.add(value);
        }
        return index;
    }

    private int index(String text, int at) {
        boolean digits = !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long index = digits ? Long.parseLong(text) : -1;
        if (index < smallestIndex || index > LARGEST_INDEX) {
            throw wrong(at, "index", text, "it must be a whole number from " + smallestIndex + " to " + LARGEST_INDEX);
        }
        return (int) index;
    }

    private double number(String text, int at, String what) {
        // Double.parseDouble also takes "NaN", "1f" and hexadecimal
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        try {
            double number = plain ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(at, what, text, "it must be a finite number");
    }

    private IllegalArgumentException wrong(int at, String what, String value, String allowed) {
        return new IllegalArgumentException(
                file + ":" + line + ":" + (at + 1) + ": " + what + " is \"" + value + "\"; " + allowed);
    }

    /** The matrix of all lines so far. */
    Rows rows(Indexing indexing, OptionalInt dimension) {
        if (labels.size() == 0) {
            throw new IllegalArgumentException(file + " has no example; at least one line \"label index:value ...\""
                    + " is needed");
        }
        int base = indexing == Indexing.FROM_ONE || indexing == Indexing.AUTOMATIC && !zeroSeen ? 1 : 0;
        int found = largest + 1 - base;
        int columns = dimension.orElse(found);
        if (largest >= 0 && found > columns) {
            line = largestLine;
            throw wrong(largestColumn, "index", Integer.toString(largest),
                    "with dimension " + columns + " it must be at most " + (columns - 1 + base));
        }
        if (largest < 0 && dimension.isEmpty()) {
            throw new IllegalArgumentException(file + " has labels but no index:value; at least one is needed, or the "
                    + "dimension must be given");
        }
        int[] zeroBased = indices.toArray();
        if (base == 1) {
            Arrays.setAll(zeroBased, k -> zeroBased[k] - 1);
        }
        SparseRows sparse = new SparseRows(columns, starts.toArray(), zeroBased, values.toArray());
        // half full: column numbers would cost more memory and time than the zeros
        return 2L * sparse.stored() >= (long) sparse.count() * columns ? sparse.dense() : sparse;
    }

    private static int skipSpace(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int tokenEnd(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }
}
