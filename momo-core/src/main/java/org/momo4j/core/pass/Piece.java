package org.momo4j.core.pass;

import org.momo4j.core.kernel.InnerProducts;

/**
 * A range of one parameter group.
 *
 * @param group  its group
 * @param from   its first element
 * @param to     the element after its last
 * @param formed where pass (a) leaves its inner products
 */
record Piece(int group, long from, long to, InnerProducts formed) {}
