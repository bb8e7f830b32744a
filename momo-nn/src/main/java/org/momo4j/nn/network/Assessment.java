package org.momo4j.nn.network;

/**
 * What a network made of some examples in evaluation mode. Sums, so that those of several batches can be added.
 *
 * @param lossSum the sum of the losses of the examples
 * @param correct how many examples had their own class as the most probable one; the lowest index wins a draw
 */
public record Assessment(double lossSum, int correct) {}
