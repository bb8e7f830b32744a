/**
 * Where Guice joins the modules: the only package of the program that knows it. Finds providers, binds them by name, and
 * creates commands. No behaviour lives here.
 */
@NullMarked
package org.momo4j.lab.wiring;

import org.jspecify.annotations.NullMarked;
