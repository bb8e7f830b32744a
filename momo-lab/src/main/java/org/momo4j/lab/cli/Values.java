package org.momo4j.lab.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.tracking.journal.OnFullDisk;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values of options are read: numbers as specifications write them, names of an enum in lower case. */
final class Values {
    /** Splits at single commas only: an empty element stays where it is, and is refused with what stands beside it. */
    static final String COMMA = "(?<!,|^),(?!,|$)";

    private Values() {}

    /** Teaches a command line these readings. */
    static CommandLine register(CommandLine commandLine) {
        return commandLine.registerConverter(double.class, Values::number)
                .registerConverter(Double.class, Values::number)
                .registerConverter(long.class, Values::longNumber).registerConverter(Long.class, Values::longNumber)
                .registerConverter(int.class, Values::intNumber).registerConverter(Integer.class, Values::intNumber)
                .registerConverter(Format.class, oneOf(Format.values()))
                .registerConverter(Loss.class, oneOf(Loss.values()))
                .registerConverter(OnFullDisk.class, oneOf(OnFullDisk.values()));
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", ".inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
            case "nan", ".nan" -> Double.NaN;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new TypeConversionException("\"" + text + "\" is not a number");
                }
            }
        };
    }

    private static long longNumber(String text) {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static int intNumber(String text) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long whole(String text, long least, long most) {
        try {
            long value = new BigDecimal(text).longValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below, as for a number that is too large
        }
        throw new TypeConversionException("\"" + text + "\" is not a whole number of at most " + most);
    }

    private static <E extends Enum<E>> ITypeConverter<E> oneOf(E[] constants) {
        List<String> names = Arrays.stream(constants).map(E::toString).toList();
        return text -> {
            int i = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (i < 0) {
                throw new TypeConversionException("\"" + text + "\" is unknown; " + Spelling.hint(text, names));
            }
            return constants[i];
        };
    }
}
