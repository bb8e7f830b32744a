/**
 * MoMo on top of other momentum methods: one file a method, which names its averaging, its metric, its paper and its defaults. The
 * mathematics of averagings and metrics lives in packages of their own, and the step is MoMo's.
 */
@NullMarked
package org.momo4j.core.momo.variant;

import org.jspecify.annotations.NullMarked;
