/** JMH benchmarks: tests run none of them. */
@NullMarked
package org.momo4j.bench;

import org.jspecify.annotations.NullMarked;
