/**
 * Pictures of what was measured: pure functions of results, drawn as SVG (text stays text) and PNG. Knows no command and
 * computes nothing that a result does not hold.
 */
@NullMarked
package org.momo4j.lab.plot;

import org.jspecify.annotations.NullMarked;
