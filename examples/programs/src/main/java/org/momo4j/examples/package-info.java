/**
 * Programs for people who train networks with DL4J or DJL: each is one class with a main method, and shows one way to have MoMo in it.
 * What they share is the data. Nothing that another module could want lives here.
 */
@NullMarked
package org.momo4j.examples;

import org.jspecify.annotations.NullMarked;
