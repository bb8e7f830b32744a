package org.momo4j.nn.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * A network and its task as an objective. Evaluates {@code val_loss} and {@code val_accuracy} (a fraction) if there are validation
 * examples, and {@code train_accuracy}; the loss of an evaluation is that of evaluation mode, which with dropout or batch
 * normalisation is not the mean of the losses of batches.
 *
 * <p>
 * A point of the network's own type is computed at where it lies ({@link Network#bind}); a point of the other type is copied, element
 * by element, and so is its gradient.
 */
public final class NetworkObjective implements Objective, AutoCloseable {
    private final Network network;
    private final Task task;
    private final EvaluationPlan plan;
    private final List<NetworkParameter> parameters;
    private final ParameterLayout layout;
    private final Gathering batches;
    private final Gathering chunks;
    private final OwnType own;
    private long seed;
    private long passes;

    /**
     * An objective that has the network for itself.
     *
     * @param network computes losses
     * @param task    what it is to learn
     * @param decay   which parameters weight decay is for
     * @param plan    of evaluations
     * @throws IllegalArgumentException if the network does not fit the task, or has no parameters
     */
    public NetworkObjective(Network network, Task task, DecayOf decay, EvaluationPlan plan) {
        task.requireFitting(network);
        this.network = network;
        this.task = task;
        this.plan = plan;
        parameters = network.parameters();
        layout = NetworkLayouts.of(parameters, decay);
        if (layout.size() == 0) {
            throw new IllegalArgumentException("the network has no trainable parameters");
        }
        batches = new Gathering(network.inputShape(), network.type());
        chunks = new Gathering(network.inputShape(), network.type());
        own = new OwnType(network.type(), layout.size());
    }

    /** An objective whose evaluations look at everything, and that decays all parameters. */
    public NetworkObjective(Network network, Task task) {
        this(network, task, DecayOf.ALL, EvaluationPlan.ALL);
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public int samples() {
        return task.training().size();
    }

    /** Writes x_1, and begins anew: fresh statistics of batch normalisation, and the dropout stream of this seed. */
    @Override
    public void start(long seed, FlatVector params) {
        FlatVector.requireSame("params", params, params.type(), layout.size());
        NetworkLayouts.start(parameters, layout, seed, params);
        network.reset();
        this.seed = seed;
        passes = 0;
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        FlatVector.requireSame("point", at, at.type(), layout.size());
        FlatVector.requireSame("gradient", gradientOut, at.type(), layout.size());
        Minibatch examples = batches.gather(task.training(), batch);
        network.bind(own.point(at));
        FlatVector gradient = own.gradient(gradientOut);
        double loss = network.lossAndGradient(examples, RandomStreams.seed(seed, "dropout", passes), gradient);
        if (gradient != gradientOut) {
            OwnType.copy(gradient, gradientOut);
        }
        passes++;
        return loss;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        FlatVector.requireSame("point", at, at.type(), layout.size());
        network.bind(own.point(at));
        int part = Math.min(plan.trainingExamples(), samples());
        Mean training = mean(task.training(), part);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train_accuracy", training.accuracy());
        task.validation().map(examples -> mean(examples, examples.size())).ifPresent(validation -> {
            metrics.put("val_loss", validation.loss());
            metrics.put("val_accuracy", validation.accuracy());
        });
        return new Evaluation(training.loss(), metrics);
    }

    private record Mean(double loss, double accuracy) {}

    private Mean mean(ExampleSet examples, int part) {
        double loss = 0;
        long correct = 0;
        for (int from = 0; from < part;) {
            int size = Math.min(plan.chunk(), part - from);
            Batch chunk = new Spread(examples.size(), part, from, size);
            Assessment assessment = network.assess(chunks.gather(examples, chunk));
            loss += assessment.lossSum();
            correct += assessment.correct();
            from += size;
        }
        return new Mean(loss / part, (double) correct / part);
    }

    @Override
    public Map<String, String> dataDigests() {
        return task.digests();
    }

    @Override
    public State state() {
        // a double holds 53 bits
        return State.version(1).with("seedHigh", seed >> 32).with("seedLow", seed & 0xFFFFFFFFL).with("passes", passes)
                .with("network", network.state());
    }

    @Override
    public void restore(State state) {
        double high = state.requireVersion(1).scalar("seedHigh");
        double low = state.scalar("seedLow");
        double count = state.scalar("passes");
        network.restore(state.child("network"));
        seed = (long) high << 32 | (long) low;
        passes = (long) count;
    }

    /**
     * Closes the network, if it holds anything that is to be closed; this objective is of no further use then.
     *
     * @throws IllegalStateException if it cannot be closed
     */
    @Override
    public void close() {
        if (network instanceof AutoCloseable resource) {
            try {
                resource.close();
            } catch (Exception e) { // as its author likes
                throw new IllegalStateException("the network could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
