package org.momo4j.nn.djl;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * What PyTorch's own code writes to standard error. The environment variable {@code TORCH_CPP_LOG_LEVEL} says how much, but is read
 * by a function that Python's torch calls when it is imported, and DJL does not.
 */
final class NativeLog {
    /** {@code c10::initLogging()}, as the compilers of Linux and Mac spell it. */
    private static final String INITIALISE = "_ZN3c1011initLoggingEv";

    private NativeLog() {}

    /** Has the variable read; PyTorch must be loaded. Where there is no such function, all is as DJL left it. */
    @SuppressWarnings("restricted") // the function takes nothing and gives nothing
    static void initialise() {
        Optional<MemorySegment> function = SymbolLookup.loaderLookup().find(INITIALISE);
        if (function.isEmpty()) {
            return;
        }
        try {
            Linker.nativeLinker().downcallHandle(function.get(), FunctionDescriptor.ofVoid()).invokeExact();
        } catch (Throwable e) { // what a method handle may throw
            throw new IllegalStateException("the log of PyTorch cannot be initialised", e);
        }
    }
}
