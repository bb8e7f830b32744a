package org.momo4j.nn.data.format;

import java.io.IOException;
import java.io.InputStream;

/** How a file is opened: it is read twice, first to measure it, then for what stands in it. */
@FunctionalInterface
public interface Opening {
    /** A stream from the first byte; whoever called closes it. */
    InputStream open() throws IOException;
}
