package org.momo4j.api.step;

/** A step was refused because a quantity is NaN or infinite. Parameters and state are as they were before the step. */
public final class NonFiniteStepException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final String quantity;
    private final double value;

    /**
     * Names what was wrong.
     *
     * @param step     k of the step that was refused
     * @param quantity which quantity is not finite
     * @param value    its value
     */
    public NonFiniteStepException(long step, String quantity, double value) {
        super("step " + step + " refused: " + quantity + " is " + value + "; nothing was changed");
        this.step = step;
        this.quantity = quantity;
        this.value = value;
    }

    /** The number of the refused step, from 1. */
    public long step() {
        return step;
    }

    /** The quantity that is not finite. */
    public String quantity() {
        return quantity;
    }

    /** Its value. */
    public double value() {
        return value;
    }

    /**
     * Returns {@code value} if it is finite.
     *
     * @throws NonFiniteStepException if it is not
     */
    public static double requireFinite(long step, String quantity, double value) {
        if (!Double.isFinite(value)) {
            throw new NonFiniteStepException(step, quantity, value);
        }
        return value;
    }
}
