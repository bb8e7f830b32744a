package org.momo4j.nn.network;

import java.util.List;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;

/** From the parameters of a network to a layout and a starting point. */
public final class NetworkLayouts {
    private NetworkLayouts() {}

    /** The layout of these parameters, one after the other. */
    public static ParameterLayout of(List<NetworkParameter> parameters, DecayOf decay) {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        for (NetworkParameter parameter : parameters) {
            long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
            builder.tensor(parameter.name(), decay.group(parameter.role()), parameter.order(), shape);
        }
        return builder.build();
    }

    /**
     * Writes a starting point. The stream of a tensor belongs to its position, not its name, and is drawn in the order of memory: two
     * engines that lay out one architecture alike start at the same point.
     *
     * @param parameters of the network
     * @param layout     of them
     * @param seed       of the run
     * @param params     receives the point
     */
    public static void start(List<NetworkParameter> parameters, ParameterLayout layout, long seed, FlatVector params) {
        for (int i = 0; i < parameters.size(); i++) {
            NamedTensor tensor = layout.tensors().get(i);
            parameters.get(i).start().write(RandomStreams.of(seed, "start", i),
                    params.slice(tensor.offset(), tensor.size()));
        }
    }
}
