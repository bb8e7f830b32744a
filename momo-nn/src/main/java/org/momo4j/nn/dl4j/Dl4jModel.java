package org.momo4j.nn.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;
import org.momo4j.nn.network.DecayOf;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * A network of your own, trained by any {@link Optimizer}, in a loop of your own or by DL4J's {@code fit}:
 *
 * <pre>
 * Dl4jModel model = Dl4jModel.of(net);
 * StepReport report = momo.step(model.params(), model.sample(batch)); // for every batch; or, once and for all:
 * model.trainWith(momo);
 * net.fit(iterator);
 * </pre>
 *
 * <p>
 * {@link #params()} is the network's own memory, whole: a step is seen by the network at once, and everything that DL4J offers, saving
 * included, goes on working. DL4J keeps the statistics of batch normalisation and frozen layers in the same memory. Their gradient is
 * zero here and they are in a group of their own without weight decay, so that MoMo, SGD-M and Adam leave them as they are, to the
 * bit; a method that writes points of its own making (averages of iterates) would move them in a loop of your own, and does not in
 * {@code fit}, nor in a {@link Dl4jNetwork}. Statistics move with each {@link #sample}.
 *
 * <p>
 * DL4J's own updater, its learning rate and its schedules are not used. A network with l1 or l2 is trained with that penalty, in loss
 * and gradient. Refused, by a sentence: weight decay and gradient normalisation that the network was built with,
 * {@code miniBatch(false)}, a layer before a frozen one. Confined to one thread at a time.
 */
public final class Dl4jModel {
    private static final ParameterGroup UNTRAINED = ParameterGroup.withoutDecay("untrained");

    private final Net net;
    private final Dl4jTensors tensors;
    private final Originals originals;
    private final MeanGradient gradient;
    private final FlatVector params;
    private final ParameterLayout layout;
    private final Untrained untrained;

    private Dl4jModel(Net net, DecayOf decay) {
        this.net = net;
        tensors = Dl4jTensors.of(net);
        originals = new Originals(net, tensors);
        gradient = new MeanGradient(net, tensors);
        params = Nd4jVectors.of(net.model().params());
        layout = layout(tensors, decay);
        untrained = new Untrained(tensors, params);
    }

    /**
     * A model whose parameters are all decayed, if the optimizer decays.
     *
     * @throws IllegalArgumentException if the network has no parameters or MoMo cannot train it as it was built
     */
    public static Dl4jModel of(MultiLayerNetwork net) {
        return of(net, DecayOf.ALL);
    }

    /**
     * A model.
     *
     * @throws IllegalArgumentException if the network has no parameters or MoMo cannot train it as it was built
     */
    public static Dl4jModel of(MultiLayerNetwork net, DecayOf decay) {
        return new Dl4jModel(new LayeredNet(net), decay);
    }

    /**
     * A model whose parameters are all decayed, if the optimizer decays.
     *
     * @throws IllegalArgumentException if the network has no parameters or MoMo cannot train it as it was built
     */
    public static Dl4jModel of(ComputationGraph net) {
        return of(net, DecayOf.ALL);
    }

    /**
     * A model.
     *
     * @throws IllegalArgumentException if the network has no parameters or MoMo cannot train it as it was built
     */
    public static Dl4jModel of(ComputationGraph net, DecayOf decay) {
        return new Dl4jModel(new GraphNet(net), decay);
    }

    /** The network's parameters, which are its own memory: what is written here, the network sees. */
    public FlatVector params() {
        return params;
    }

    /** What the network computes in. */
    public ElementType type() {
        return params.type();
    }

    /** Names, shapes, orders and groups of {@link #params()}; weights of dense layers are column-major. */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * Mean loss and gradient of a batch at the network's parameters. Forward and backward pass run here; the sample is a view of DL4J's
     * own buffer, valid until the next.
     *
     * @throws IllegalArgumentException if it has no labels, or not as many as features
     * @throws IllegalStateException    if the network's parameters were replaced, or it has constraints or is trained on pieces of
     *                                  sequences, which only {@code fit} can apply and cut
     */
    public Sample sample(DataSet batch) {
        return sample(BatchArrays.of(batch));
    }

    /**
     * The same for a network of several inputs or outputs; the losses of outputs are added.
     *
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException    as above
     */
    public Sample sample(MultiDataSet batch) {
        return sample(BatchArrays.of(batch));
    }

    private Sample sample(BatchArrays batch) {
        originals.requireInPlace();
        if (net.truncated()) {
            throw new IllegalStateException(
                    "the network is trained by truncated backpropagation through time, whose pieces"
                            + " only fit() can cut: use trainWith()");
        }
        net.constrained().ifPresent(layer -> {
            throw new IllegalStateException(
                    "layer \"" + layer + "\" has constraints, which only fit() applies: use trainWith()");
        });
        batch.requireLabelled();
        net.compute(batch);
        FlatVector mean = gradient.finish(net.model().batchSize());
        return Sample.of(net.model().score(), mean);
    }

    /**
     * From now on {@code fit} takes its steps with this optimizer, one a batch. DL4J's listeners go on working; the network's own
     * updater is replaced, until {@code setUpdater} or {@code clear} of the network. A step that the optimizer refuses ends
     * {@code fit} with its exception, and the parameters are as before that step.
     *
     * @param optimizer made for {@link #layout()} and {@link #type()}
     */
    public void trainWith(Optimizer optimizer) {
        trainWith(optimizer, new RunListener() {
        });
    }

    /** The same, telling a listener of each step. */
    public void trainWith(Optimizer optimizer, RunListener listener) {
        net.train(new FitStep(this, optimizer, listener));
    }

    /** A step of {@code fit}, after the backward pass of a batch of this size. */
    StepReport step(Optimizer optimizer, int batchSize) {
        originals.requireInPlace();
        FlatVector mean = gradient.finish(batchSize);
        untrained.keep();
        StepReport report = optimizer.step(params, mean, net.model().score());
        untrained.putBack();
        mean.fill(0); // DL4J subtracts it from the parameters
        return report;
    }

    /**
     * Writes the network to a file of DL4J's own format, which replaces an older file in one move.
     *
     * @throws UncheckedIOException  if it cannot be written
     * @throws IllegalStateException if the network's parameters were replaced
     */
    public void save(Path file) {
        originals.requireInPlace();
        try {
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part");
            try {
                ModelSerializer.writeModel(net.model(), part.toFile(), false);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the network to " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes over the parameters and statistics of a file of DL4J's, into the memory that the network has: {@link #params()} stays what
     * it is. (DL4J's own {@code load} makes another network.)
     *
     * @throws UncheckedIOException     if it cannot be read
     * @throws IllegalArgumentException if the file holds a network of other parameters; nothing has changed
     * @throws IllegalStateException    if the network's parameters were replaced
     */
    public void load(Path file) {
        originals.requireInPlace();
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new NoSuchFileException(file.toString(), null, "there is no such network"));
        }
        Net other = read(file);
        List<String> theirs = Dl4jTensors.of(other).signature();
        List<String> ours = tensors.signature();
        if (!theirs.equals(ours)) {
            throw new IllegalArgumentException(
                    file + " holds a network with parameters " + theirs + "; this one has " + ours);
        }
        FlatVector source = Nd4jVectors.of(other.model().params());
        if (source.type() != params.type()) {
            throw new IllegalArgumentException(
                    file + " holds a network in " + source.type() + "; this one is in " + params.type());
        }
        params.copyFrom(source);
    }

    private Net read(Path file) {
        try {
            return Net.of(net.read(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a network from " + file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) { // of DL4J's, of many kinds
            throw new IllegalArgumentException(file + " holds no network of this kind: " + e.getMessage(), e);
        }
    }

    private static ParameterLayout layout(Dl4jTensors tensors, DecayOf decay) {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        for (Dl4jTensor tensor : tensors.all()) {
            ParameterGroup group = tensor.kind() == Kind.TRAINED ? decay.group(Roles.role(tensor)) : UNTRAINED;
            builder.tensor(tensor.name(), group, tensor.order(), tensor.array().shape());
        }
        return builder.build();
    }
}
