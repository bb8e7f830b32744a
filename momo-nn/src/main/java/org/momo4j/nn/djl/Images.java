package org.momo4j.nn.djl;

import java.util.List;

/** What convolutions look at. */
final class Images {
    private Images() {}

    /** Checks that inputs are images [channels, height, width] whose height and width are multiples of something. */
    static void require(String architecture, List<Long> inputShape, long multiple) {
        boolean fits = inputShape.size() == 3 && inputShape.stream().allMatch(d -> d >= 1)
                && inputShape.get(1) % multiple == 0 && inputShape.get(2) % multiple == 0;
        if (!fits) {
            throw new IllegalArgumentException("inputs of shape " + inputShape + " are not for " + architecture
                    + "; it takes [channels, height, width]"
                    + (multiple == 1 ? "" : ", height and width multiples of " + multiple));
        }
    }
}
