/**
 * The classical methods whose metrics MoMo's variants share, after their published update rules: one file a method, and the step
 * that they have in common.
 */
@NullMarked
package org.momo4j.core.baseline.adaptive;

import org.jspecify.annotations.NullMarked;
