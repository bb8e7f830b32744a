package org.momo4j.lab.verification;

import java.util.List;

/**
 * How a verification was run: with this, whoever holds the document can make it again.
 *
 * @param version     of the program
 * @param java        of the Java that ran it
 * @param steps       steps of a run
 * @param seeds       runs over which means were taken
 * @param betas       momenta
 * @param boundOffset added to the lower bound that the methods used
 */
public record RunPart(String version, String java, long steps, int seeds, List<Double> betas, double boundOffset) {}
