/**
 * Methods whose step goes to where the tangent plane of this step's sample reaches a lower bound (MATH.md 8.5 to 8.8): one file a
 * method, and the step that they have in common. Methods that average losses stand in {@code org.momo4j.core.momo}.
 */
@NullMarked
package org.momo4j.core.baseline.polyak;

import org.jspecify.annotations.NullMarked;
