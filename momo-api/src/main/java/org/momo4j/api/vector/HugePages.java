package org.momo4j.api.vector;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Linux for huge pages under a large vector. With pages of 4 KiB, one core spends a quarter of a step on looking up
 * addresses and on waiting where its prefetchers stop, at every page (docs/performance.md). Elsewhere, or where the system
 * refuses, nothing happens.
 */
final class HugePages {
    /** Of a huge page on the processors below. */
    private static final long SIZE = 2L << 20;
    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_HUGEPAGE = 14;
    private static final Optional<MethodHandle> MADVISE = madvise();

    private HugePages() {}

    /**
     * Puts fresh memory on huge pages.
     *
     * @param zeros memory that is all zeros and belongs to nobody else: its pages are given back, and come as huge pages of
     *              zeros when they are touched again
     */
    static void back(MemorySegment zeros) {
        long from = (zeros.address() + SIZE - 1) / SIZE * SIZE;
        long to = (zeros.address() + zeros.byteSize()) / SIZE * SIZE;
        if (from < to && advise(from, to - from, MADV_HUGEPAGE)) {
            advise(from, to - from, MADV_DONTNEED);
        }
    }

    private static boolean advise(long address, long bytes, int advice) {
        return MADVISE.map(madvise -> {
            try {
                return (int) madvise.invokeExact(address, bytes, advice) == 0;
            } catch (Throwable e) { // what invokeExact declares; the call itself throws nothing
                throw new IllegalStateException("madvise cannot be called", e);
            }
        }).orElse(false);
    }

    @SuppressWarnings("restricted") // native memory is what a flat vector lies in; docs/building.md names the flag
    private static Optional<MethodHandle> madvise() {
        if (!System.getProperty("os.name").equals("Linux") || !PROCESSORS.contains(System.getProperty("os.arch"))) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        try {
            return linker.defaultLookup().find("madvise")
                    .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT)));
        } catch (IllegalCallerException e) { // a virtual machine that allows no native calls: pages stay as they are
            return Optional.empty();
        }
    }
}
