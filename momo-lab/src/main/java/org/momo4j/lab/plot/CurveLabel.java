package org.momo4j.lab.plot;

import org.momo4j.convex.verify.Curve;

/**
 * The two parts of what a curve is called, {@code momo beta=0.9 lr=inf}: curves of one method share a colour, curves of
 * one learning rate share a panel.
 *
 * @param method what comes before the learning rate
 * @param rate   {@code lr=...}; empty if the label names none
 */
record CurveLabel(String method, String rate) {
    static CurveLabel of(Curve curve) {
        String label = curve.optimizer();
        int at = label.lastIndexOf(" lr=");
        return at < 0 ? new CurveLabel(label, "") : new CurveLabel(label.substring(0, at), label.substring(at + 1));
    }

    /** Whether the method is an optimizer with nothing but its β set. */
    boolean isBasic() {
        return method.chars().filter(c -> c == '=').count() <= 1;
    }

    /** The method, for a legend. */
    String pretty() {
        return method.replace("beta=", "β = ").replace(" averaging=", ", ");
    }

    /** The learning rate, for the head of a panel. */
    String prettyRate() {
        return switch (rate) {
            case "" -> "";
            case "lr=inf" -> "no cap (α = ∞)";
            default -> "cap α = " + rate.substring("lr=".length());
        };
    }
}
