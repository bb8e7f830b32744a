/**
 * The commands of the program: options, their checks, exit codes, and what goes to standard output and standard error.
 * One class a command; what a command computes lives elsewhere.
 */
@NullMarked
package org.momo4j.lab.cli;

import org.jspecify.annotations.NullMarked;
