package org.momo4j.nn.djl;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory of this process. */
final class NativeMemory {
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int PAGE = 4096;
    /** struct mallinfo2 of glibc: ten numbers, of which these count what is handed out. */
    private static final int MAPPED = 4;
    private static final int IN_USE = 7;

    private NativeMemory() {}

    /** Bytes that are in memory, the Java heap included; nothing where /proc is not. */
    static OptionalLong resident() throws IOException {
        return Files.isReadable(STATM)
                ? OptionalLong.of(Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE)
                : OptionalLong.empty();
    }

    /** Bytes that malloc has handed out and not got back, which the Java heap is not among; nothing where the C library is another. */
    @SuppressWarnings("restricted") // a counter is read
    static OptionalLong allocated() throws Throwable {
        Linker linker = Linker.nativeLinker();
        var address = linker.defaultLookup().find("mallinfo2");
        if (address.isEmpty()) {
            return OptionalLong.empty();
        }
        MethodHandle mallinfo = linker.downcallHandle(address.get(),
                FunctionDescriptor.of(MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG)
                        .withName("counters"))));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment counters = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return OptionalLong.of(counters.getAtIndex(ValueLayout.JAVA_LONG, MAPPED)
                    + counters.getAtIndex(ValueLayout.JAVA_LONG, IN_USE));
        }
    }
}
