/**
 * How results are written: tables for people, JSON documents for programs, files that are whole or not there. Knows no
 * command.
 */
@NullMarked
package org.momo4j.lab.report;

import org.jspecify.annotations.NullMarked;
