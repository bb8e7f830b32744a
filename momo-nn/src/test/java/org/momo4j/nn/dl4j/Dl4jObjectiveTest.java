package org.momo4j.nn.dl4j;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.momo4j.api.objective.Objective;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.objective.ObjectiveContract;
import org.momo4j.testkit.objective.ObjectiveSubject;
import org.momo4j.testkit.objective.Trait;
import org.nd4j.linalg.api.buffer.DataType;

/** Networks of DL4J keep the promises of an objective. */
class Dl4jObjectiveTest implements ObjectiveContract {
    @Override
    public Stream<ObjectiveSubject> subjects() {
        Stream<ObjectiveSubject> layered = Stream.of(Nets.values()).map(net -> subject(net, "layered " + net,
                () -> Dl4jNetwork.of(net.layered(DataType.DOUBLE), net.shape())));
        Stream<ObjectiveSubject> graphs = Stream.of(Nets.CONVOLUTION_BATCH_NORM, Nets.DROPOUT).map(net -> subject(net,
                "graph " + net, () -> Dl4jNetwork.of(net.graph(DataType.DOUBLE), net.shape())));
        Stream<ObjectiveSubject> single = Stream.of(Nets.DENSE, Nets.CONVOLUTION_BATCH_NORM).map(net -> subject(net,
                "float32 " + net, () -> Dl4jNetwork.of(net.layered(DataType.FLOAT), net.shape())).inFloat32());
        return Stream.of(layered, graphs, single).flatMap(all -> all);
    }

    private static ObjectiveSubject subject(Nets net, String name, Supplier<Dl4jNetwork> network) {
        Task task = Task.of(RandomExamples.of(net, 12), RandomExamples.of(net, 5));
        Supplier<Objective> create = () -> new NetworkObjective(network.get(), task);
        ObjectiveSubject subject = ObjectiveSubject.of(name, create);
        if (net == Nets.DROPOUT) {
            return subject.with(); // another function at every call
        }
        return net.meanOfExamples() ? subject : subject.with(Trait.DIFFERENTIABLE);
    }
}
