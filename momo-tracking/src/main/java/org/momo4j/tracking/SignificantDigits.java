package org.momo4j.tracking;

/**
 * Which steps of a run are logged: those whose number has at most so many significant digits. With 3 these are all steps up to
 * 1000, every 10th up to 10,000, every 100th up to 100,000 ...: dense where much happens, 900 a decade, and the same whenever a
 * run is interrupted.
 *
 * @param digits how many, from 1 to 18
 */
record SignificantDigits(int digits) {
    SignificantDigits {
        if (digits < 1 || digits > 18) {
            throw new IllegalArgumentException("significant digits of logged steps: " + digits
                    + "; they must be at least 1 and at most 18");
        }
    }

    /** Whether step {@code k} is logged. */
    boolean keep(long k) {
        long rest = k;
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        while (rest >= power && rest % 10 == 0) {
            rest /= 10;
        }
        return rest < power;
    }
}
