package org.momo4j.lab.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.momo4j.lab.catalogue.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and where to read on. */
public final class UsageError {
    /** What {@code momo help} says of a command that it does not know. */
    private static final Pattern NO_HELP = Pattern.compile("Unknown subcommand '(.*)'\\.");

    private UsageError() {}

    /** The sentence. */
    public static String sentence(ParameterException e) {
        CommandLine command = e.getCommandLine();
        return what(e, command) + " (see " + command.getCommandSpec().qualifiedName() + " --help)";
    }

    private static String what(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().getFirst(), command);
        }
        String message = String.valueOf(e.getMessage()).strip();
        Matcher help = NO_HELP.matcher(message);
        if (help.matches()) {
            return unknown(help.group(1), command);
        }
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unknown(String argument, CommandLine command) {
        List<String> known = new ArrayList<>();
        String kind = "argument";
        if (argument.startsWith("-")) {
            kind = "option";
            command.getCommandSpec().options().forEach(o -> known.add(o.longestName()));
        } else if (!command.getSubcommands().isEmpty()) {
            kind = "command";
            known.addAll(command.getSubcommands().keySet());
        }
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        return "unknown " + kind + " \"" + name + "\"" + (known.isEmpty() ? "" : "; " + Spelling.hint(name, known));
    }
}
