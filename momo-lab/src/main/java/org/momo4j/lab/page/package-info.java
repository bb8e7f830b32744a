/**
 * {@code momo report}: one page that stands alone, with charts that answer the pointer, and the same pictures for papers. The
 * page is {@code page.html}, {@code page.css} and {@code page.js} with data in the middle; {@link org.momo4j.lab.page.PageData}
 * says what stands in it.
 */
@NullMarked
package org.momo4j.lab.page;

import org.jspecify.annotations.NullMarked;
