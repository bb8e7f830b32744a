package org.momo4j.testkit.model;

import java.util.function.Function;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.testkit.Subject;

/**
 * A method that claims to take MoMo's step with D = I, to be held to {@link TruncatedModelContract}.
 *
 * @param name        what its tests are called after
 * @param create      creates a fresh optimizer
 * @param averaging   the averaging that it claims, without look-ahead; an object of the test's own, not the optimizer's
 * @param weightDecay λ, proximal
 */
public record TruncatedModelSubject(String name, Function<Setting, Optimizer> create, Averaging averaging,
        double weightDecay) implements Subject {}
