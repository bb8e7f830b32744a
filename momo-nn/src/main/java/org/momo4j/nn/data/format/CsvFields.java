package org.momo4j.nn.data.format;

/**
 * The fields of a CSV file, one by one; a line is never held as a whole, so that a file without line ends costs no memory.
 */
final class CsvFields {
    private static final int LONGEST = 40;
    private static final int END = -1;

    private final DataFile file;
    private final Content content;
    private final StringBuilder text = new StringBuilder();
    private int ahead;
    private long line;
    private long column;
    private long start;
    private boolean lastOfLine = true;

    CsvFields(DataFile file, Content content) {
        this.file = file;
        this.content = content;
        this.ahead = content.read();
    }

    /** Whether another line follows. */
    boolean hasLine() {
        return ahead != END;
    }

    /** Whether the field read last was the last of its line. */
    boolean lastOfLine() {
        return lastOfLine;
    }

    /** The next field, without spaces around it. */
    String next() {
        if (lastOfLine) {
            line++;
            column = 0;
        }
        start = column;
        text.setLength(0);
        while (ahead != ',' && ahead != '\n' && ahead != END) {
            add(ahead);
            advance();
        }
        lastOfLine = ahead != ',';
        if (ahead != END) {
            advance();
        }
        return text.toString().strip();
    }

    private void add(int character) {
        // what is no plain character belongs to no number, and would garble the message
        boolean plain = character >= ' ' && character <= '~';
        boolean space = character == '\t' || character == '\r';
        text.append(plain ? (char) character : space ? ' ' : '?');
        if (text.length() > LONGEST) {
            throw wrong("number", text + "...", "at most " + LONGEST + " characters are allowed");
        }
    }

    private void advance() {
        ahead = content.read();
        column++;
    }

    /** A mistake in the field read last. */
    IllegalArgumentException wrong(String what, String value, String allowed) {
        return new IllegalArgumentException(file.name() + ":" + line + ":" + (start + 1) + ": " + what + " is \""
                + value + "\"; " + allowed);
    }

    /** A mistake in the line read last. */
    IllegalArgumentException wrongLine(String sentence) {
        return new IllegalArgumentException(file.name() + ":" + line + ": line " + sentence);
    }
}
