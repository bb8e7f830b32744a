/**
 * Networks that DJL computes with PyTorch, on the processor alone: a block whose trainable parameters lie in one flat vector
 * ({@link org.momo4j.nn.djl.FlatBlock}), a classifier made of it ({@link org.momo4j.nn.djl.DjlNetwork}), and a few architectures by
 * name. No optimizer, no data format, and no other engine may be named here.
 *
 * <p>
 * DJL and PyTorch are optional dependencies: whoever uses this package brings {@code ai.djl:api},
 * {@code ai.djl.pytorch:pytorch-engine}, {@code pytorch-jni} and the {@code pytorch-native-cpu} of the machine
 * ({@link org.momo4j.nn.djl.PyTorch}).
 */
@NullMarked
package org.momo4j.nn.djl;

import org.jspecify.annotations.NullMarked;
