package org.momo4j.lab.specification;

import org.momo4j.api.provider.Choice;

/**
 * What an entry of {@code optimizers} stands for, once for each point of its grid.
 *
 * @param optimizer    with all hyper-parameters
 * @param learningRate a schedule
 * @param bound        the lower bound
 */
record Method(Choice optimizer, Choice learningRate, Choice bound) {}
