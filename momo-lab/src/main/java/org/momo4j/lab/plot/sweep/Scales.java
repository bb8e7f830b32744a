package org.momo4j.lab.plot.sweep;

/**
 * The axes of a panel.
 *
 * @param x    name of the horizontal one
 * @param logX whether it is logarithmic
 * @param y    name of the vertical one
 * @param logY whether it is logarithmic
 */
record Scales(String x, boolean logX, String y, boolean logY) {}
