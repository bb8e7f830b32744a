/**
 * The two passes of a step over memory: what every optimizer here does between a gradient and new parameters. A pass knows
 * parameter groups, pieces and threads, and nothing of models, bounds or step sizes.
 */
@NullMarked
package org.momo4j.core.pass;

import org.jspecify.annotations.NullMarked;
