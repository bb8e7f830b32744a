/** What a value stands for: a list is an axis of a grid, a distribution is drawn from, and everything has the type that its component asks for. */
@NullMarked
package org.momo4j.lab.specification.grid;

import org.jspecify.annotations.NullMarked;
