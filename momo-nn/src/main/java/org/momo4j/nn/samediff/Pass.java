package org.momo4j.nn.samediff;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes through a graph, or its gradient function, which leave nothing behind. */
final class Pass extends InferenceSession {
    private final PassMemory memory = new PassMemory();

    Pass(SameDiff graph) {
        super(graph);
        setMmgr(memory);
    }

    /**
     * Makes a pass.
     *
     * @param operation training, or evaluation
     * @param outputs what to compute
     * @param inputs  the placeholders
     * @param reader  sees the outputs, which are valid during the call only
     */
    void run(Operation operation, List<String> outputs, Map<String, INDArray> inputs,
            Consumer<Map<String, INDArray>> reader) {
        try {
            reader.accept(output(outputs, inputs, null, Collections.emptyList(), null,
                    At.defaultAt(operation)));
        } finally {
            memory.takeBack();
            freedArrays.clear(); // ND4J never does, and would keep a number for every array of every pass
        }
    }
}
