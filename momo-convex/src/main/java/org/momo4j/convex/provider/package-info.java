/**
 * Names and hyper-parameters of the objectives of {@code problem}, as specifications use them. No arithmetic lives here.
 */
@NullMarked
package org.momo4j.convex.provider;

import org.jspecify.annotations.NullMarked;
