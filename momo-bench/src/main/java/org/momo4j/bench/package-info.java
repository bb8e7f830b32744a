/** JMH benchmarks. JMH is only here; nothing else depends on this module. */
@NullMarked
package org.momo4j.bench;

import org.jspecify.annotations.NullMarked;
