package org.momo4j.nn.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch in this process: one library, one pool of threads, one stream of random numbers for all networks.
 *
 * <p>
 * DJL unpacks the native libraries from the class path to {@code ~/.djl.ai} once (430 MB; {@code -DENGINE_CACHE_DIR} or the
 * environment variable of that name puts them elsewhere). It would also look for them on the network, and report its start there;
 * {@code ai.djl.offline} forbids both, and is set here unless the program has set it. A program that calls DJL before this package
 * sets it itself.
 *
 * <p>
 * When the first network is bound, PyTorch writes one warning of a deprecated mode to standard error; it is DJL's own, and harmless.
 */
public final class PyTorch {
    private static final String OFFLINE = "ai.djl.offline";

    private PyTorch() {}

    /**
     * Loads the native libraries, if they are not loaded.
     *
     * @throws IllegalStateException if they are missing or cannot be loaded, in one sentence
     */
    public static void load() {
        engine();
    }

    /** How many threads one operation of PyTorch may use. */
    public static int threads() {
        load();
        return JniUtils.getNumThreads();
    }

    /**
     * How many threads one operation may use from now on, in the whole process. The last bits of a loss depend on it. One is right
     * where several runs go in parallel; {@code -Dai.djl.pytorch.num_threads=1} says the same at the start, and the environment
     * variable {@code OMP_NUM_THREADS=1} holds for the OpenMP of ND4J too.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static void threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("number of threads is " + threads + "; it must be at least 1");
        }
        load();
        JniUtils.setNumThreads(threads);
    }

    /** A manager of arrays on the processor, whatever else the machine has. */
    static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }

    private static Engine engine() {
        if (System.getProperty(OFFLINE) == null) {
            System.setProperty(OFFLINE, "true"); // before the class Engine is initialised, which would report home
        }
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            throw new IllegalStateException("PyTorch cannot be loaded (" + reason(e)
                    + "); pytorch-jni and pytorch-native-cpu for this machine must be on the class path", e);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return FirstLine.of(root);
    }
}
