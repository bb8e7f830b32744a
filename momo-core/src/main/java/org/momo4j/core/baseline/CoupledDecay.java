package org.momo4j.core.baseline;

import org.momo4j.api.provider.Setting;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * The coupled (L2) weight decay of the classical methods: g + λ_i x in place of g. A buffer, and a pass to fill it, only where
 * something decays.
 */
public final class CoupledDecay {
    private final double weightDecay;
    private final Setting setting;
    private final boolean decays;
    private final FlatVector decayed;
    private final LinearKernel kernel = Kernels.chosen().linear();

    /** The decay of a method; λ is that of groups without their own. */
    public CoupledDecay(double weightDecay, Setting setting) {
        this.weightDecay = weightDecay;
        this.setting = setting;
        decays = setting.layout().ranges().stream().anyMatch(range -> lambda(range) > 0);
        decayed = FlatVector.zeros(setting.type(), decays ? setting.layout().size() : 0);
    }

    private double lambda(GroupRange range) {
        return range.group().weightDecay().orElse(weightDecay);
    }

    /** g + λ_i x; g itself where nothing decays. */
    public FlatVector addTo(FlatVector gradient, FlatVector params) {
        if (!decays) {
            return gradient;
        }
        for (GroupRange range : setting.layout().ranges()) {
            kernel.combine(1, gradient, lambda(range), params, decayed, range.from(), range.to());
        }
        return decayed;
    }
}
