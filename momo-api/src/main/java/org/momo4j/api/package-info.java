/**
 * The stable service-provider interface of MoMo for Java, in one package a concern:
 * {@code vector} (where parameters live), {@code step} (optimizers and their reports), {@code method} (what a momentum
 * method is made of), {@code objective} (stochastic oracles), {@code theory} (statements to verify), {@code provider}
 * (how an implementation is named, configured and found), {@code state} (what a checkpoint holds) and {@code nd4j} (the
 * bridge to ND4J). Nothing here computes a step; implementations live in other modules.
 */
@NullMarked
package org.momo4j.api;

import org.jspecify.annotations.NullMarked;
