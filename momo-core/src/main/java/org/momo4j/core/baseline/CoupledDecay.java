package org.momo4j.core.baseline;

import org.momo4j.api.provider.Setting;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * The coupled (L2) weight decay of the classical methods: Σ_i λ_i/2 |x_i|² is added to the loss, and so λ_i x to the
 * gradient. A buffer, and a pass to fill it, only where something decays.
 */
public final class CoupledDecay {
    private final double weightDecay;
    private final Setting setting;
    private final boolean decays;
    private final FlatVector decayed;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts formed = new InnerProducts();

    private CoupledDecay(double weightDecay, Setting setting, boolean decays) {
        this.weightDecay = weightDecay;
        this.setting = setting;
        this.decays = decays;
        decayed = FlatVector.zeros(setting.type(), decays ? setting.layout().size() : 0);
    }

    /** The decay of groups that have one of their own, and {@code weightDecay} for all others. */
    public static CoupledDecay of(double weightDecay, Setting setting) {
        boolean decays = setting.layout().ranges().stream()
                .anyMatch(range -> range.group().weightDecay().orElse(weightDecay) > 0);
        return new CoupledDecay(weightDecay, setting, decays);
    }

    /** No decay, whatever the groups say: for methods whose decay enters elsewhere. */
    static CoupledDecay none(Setting setting) {
        return new CoupledDecay(0, setting, false);
    }

    private double lambda(GroupRange range) {
        return range.group().weightDecay().orElse(weightDecay);
    }

    /**
     * g + λ_i x; g itself where nothing decays.
     *
     * @return valid until the next call; read-only
     */
    public FlatVector addTo(FlatVector gradient, FlatVector params) {
        if (!decays) {
            return gradient;
        }
        for (GroupRange range : setting.layout().ranges()) {
            kernel.combine(1, gradient, lambda(range), params, decayed, range.from(), range.to());
        }
        return decayed;
    }

    /** Σ_i λ_i/2 |x_i|², what is added to the loss; 0 where nothing decays. */
    public double penalty(FlatVector params) {
        double penalty = 0;
        if (decays) {
            for (GroupRange range : setting.layout().ranges()) {
                kernel.sums(params, params, params, params, range.from(), range.to(), formed);
                penalty += lambda(range) / 2 * formed.directionNormSquared();
            }
        }
        return penalty;
    }
}
