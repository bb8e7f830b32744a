package org.momo4j.tracking;

/**
 * Which steps of a run are logged: those whose number has at most so many significant digits. With 3 these are all steps up to
 * 1000, every 10th up to 10,000, every 100th up to 100,000 ...: dense where much happens, 900 a decade, and the same whenever a
 * run is interrupted.
 */
final class SignificantDigits {
    private static final int MOST = 18;

    private final long power;

    /**
     * A thinning.
     *
     * @param digits how many, from 1 to 18
     */
    SignificantDigits(int digits) {
        if (digits < 1 || digits > MOST) {
            throw new IllegalArgumentException("significant digits of logged steps: " + digits
                    + "; they must be at least 1 and at most " + MOST);
        }
        long next = 1;
        for (int i = 0; i < digits; i++) {
            next *= 10;
        }
        power = next;
    }

    /** Whether step {@code k} is logged. */
    boolean keep(long k) {
        long rest = k;
        while (rest >= power && rest % 10 == 0) {
            rest /= 10;
        }
        return rest < power;
    }
}
