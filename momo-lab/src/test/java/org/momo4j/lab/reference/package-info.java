/**
 * Writes docs/reference: a page for each optimizer and each bound that is installed, out of the catalogue and the Javadoc of its
 * class, and holds the pages to that. Nothing that a page says is written here, but for its headings.
 */
@NullMarked
package org.momo4j.lab.reference;

import org.jspecify.annotations.NullMarked;
