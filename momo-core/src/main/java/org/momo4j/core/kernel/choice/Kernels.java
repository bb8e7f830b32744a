package org.momo4j.core.kernel.choice;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.DiagonalKernel;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.plain.PlainAdamKernel;
import org.momo4j.core.kernel.plain.PlainDiagonalKernel;
import org.momo4j.core.kernel.plain.PlainEuclideanKernel;
import org.momo4j.core.kernel.plain.PlainLinearKernel;
import org.momo4j.core.kernel.vector.VectorAdamKernel;
import org.momo4j.core.kernel.vector.VectorDiagonalKernel;
import org.momo4j.core.kernel.vector.VectorEuclideanKernel;
import org.momo4j.core.kernel.vector.VectorLinearKernel;

/**
 * The kernels of this virtual machine: explicit vectors where it was started with {@code --add-modules jdk.incubator.vector},
 * plain loops elsewhere. The system property {@code momo.kernel} forces one of them: {@code vector} or {@code plain}. What was
 * chosen is logged once.
 */
public enum Kernels {
    /** Explicit vectors. */
    VECTOR {
        @Override
        public EuclideanKernel euclidean() {
            return new VectorEuclideanKernel();
        }

        @Override
        public AdamKernel adam() {
            return new VectorAdamKernel();
        }

        @Override
        public DiagonalKernel diagonal() {
            return new VectorDiagonalKernel();
        }

        @Override
        public LinearKernel linear() {
            return new VectorLinearKernel();
        }
    },
    /** Plain loops. */
    PLAIN {
        @Override
        public EuclideanKernel euclidean() {
            return new PlainEuclideanKernel();
        }

        @Override
        public AdamKernel adam() {
            return new PlainAdamKernel();
        }

        @Override
        public DiagonalKernel diagonal() {
            return new PlainDiagonalKernel();
        }

        @Override
        public LinearKernel linear() {
            return new PlainLinearKernel();
        }
    };

    private static final String PROPERTY = "momo.kernel";
    private static final String MODULE = "jdk.incubator.vector";
    private static final AtomicBoolean ANNOUNCED = new AtomicBoolean();

    /** A kernel for D = I, for one thread. */
    public abstract EuclideanKernel euclidean();

    /** A kernel for Adam's metric, for one thread. */
    public abstract AdamKernel adam();

    /** A kernel for any diagonal metric, for one thread. */
    public abstract DiagonalKernel diagonal();

    /** A kernel for what a step does in any metric, for one thread. */
    public abstract LinearKernel linear();

    /**
     * Those that run here.
     *
     * @throws IllegalArgumentException if {@code momo.kernel} asks for what there is not
     */
    public static Kernels chosen() {
        String forced = System.getProperty(PROPERTY, "");
        Kernels chosen = choose(forced, ModuleLayer.boot().findModule(MODULE).isPresent());
        if (ANNOUNCED.compareAndSet(false, true)) {
            announce(chosen, !forced.isEmpty());
        }
        return chosen;
    }

    private static void announce(Kernels chosen, boolean forced) {
        Logger logger = System.getLogger(Kernels.class.getPackageName());
        if (chosen == PLAIN && !forced) {
            logger.log(Level.WARNING, "steps run on plain loops, several times slower than they could: start Java"
                    + " with --add-modules " + MODULE);
        } else {
            logger.log(Level.DEBUG, "steps run on kernel " + chosen);
        }
    }

    static Kernels choose(String forced, boolean vectorsAreThere) {
        switch (forced) {
            case "" -> {
                return vectorsAreThere ? VECTOR : PLAIN;
            }
            case "plain" -> {
                return PLAIN;
            }
            case "vector" -> {
                if (!vectorsAreThere) {
                    throw new IllegalArgumentException(
                            PROPERTY + " is vector, which needs Java to be started with --add-modules " + MODULE);
                }
                return VECTOR;
            }
            default -> throw new IllegalArgumentException(
                    PROPERTY + " is '" + forced + "'; it must be vector or plain, or not set");
        }
    }
}
