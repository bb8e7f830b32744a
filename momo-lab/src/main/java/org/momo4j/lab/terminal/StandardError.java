package org.momo4j.lab.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/**
 * Standard error of the process. The JVM greets every user of an incubator module with a warning there, before any code
 * of ours runs, and no flag silences it. So the launcher starts the JVM with standard error closed off and the true one
 * kept as another descriptor, and the program puts it back first of all.
 */
public final class StandardError {
    private static final int STANDARD_ERROR = 2;

    private StandardError() {}

    /** Puts the true standard error back, where the property {@code momo.stderr} names its descriptor. */
    @SuppressWarnings("restricted") // dup2 touches no memory
    public static void restore() {
        Integer kept = Integer.getInteger("momo.stderr");
        if (kept == null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT);
        try {
            int ignored = (int) linker.downcallHandle(linker.defaultLookup().findOrThrow("dup2"), signature)
                    .invokeExact(kept.intValue(), STANDARD_ERROR);
        } catch (Throwable e) { // what a method handle may throw
            throw new IllegalStateException("standard error cannot be put back", e);
        }
    }
}
