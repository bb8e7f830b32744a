package org.momo4j.bench.timing;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** How much the compiler of this process has worked so far: while that grows, times still change. */
final class CompilationClock {
    private final Optional<CompilationMXBean> compiler = Optional.ofNullable(ManagementFactory.getCompilationMXBean())
            .filter(CompilationMXBean::isCompilationTimeMonitoringSupported);

    /** Milliseconds; always 0 where there is no compiler, or it does not tell. */
    long milliseconds() {
        return compiler.map(CompilationMXBean::getTotalCompilationTime).orElse(0L);
    }
}
