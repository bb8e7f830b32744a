/**
 * The {@code momo} program. Only its entry point lives here; commands are in {@code cli}, what joins the modules is in
 * {@code wiring}.
 */
@NullMarked
package org.momo4j.lab;

import org.jspecify.annotations.NullMarked;
