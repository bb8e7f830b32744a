package org.momo4j.nn.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.NetworkParameter;

/**
 * A block of DJL whose trainable parameters lie in one flat vector, without a copy: what an optimizer writes there is what PyTorch
 * computes with, and what PyTorch would write is seen there. For any loss; {@link DjlNetwork} makes a classifier of it.
 *
 * <pre>{@code
 * for (Batch batch : dataset.getData(manager)) {
 *     double loss = block.lossAndGradient(s -> mse.evaluate(s.borrow(batch.getLabels()), s.forward(batch.getData())), k, gradient);
 *     optimizer.step(params, gradient, loss);
 * }
 * }</pre>
 *
 * <p>
 * Its state are the statistics of batch normalisation. Parameters that were frozen when it was made are no part of the vector and
 * never move; whoever freezes or replaces a parameter later is refused at the next pass. Deterministic to the last bit for one number of
 * threads: dropout is drawn from the seed of the pass. A pass that may draw has PyTorch's one stream for itself during its forward part;
 * passes of other blocks wait only if they draw too. Confined to one thread at a time; several blocks may be used at once.
 */
public final class FlatBlock implements Stateful, AutoCloseable {
    private static final String STATISTICS = "statistics";

    private final Block block;
    private final ElementType type;
    private final NDManager manager;
    private final boolean draws;
    private final List<Member> trained;
    private final List<Member> frozen;
    private final List<Member> statistical;
    private final List<NetworkParameter> parameters;
    private final FlatVector fresh;
    private final FlatVector statistics;
    private Aliases weights;
    private Aliases averages;
    private ParameterStore store;

    /**
     * Takes over a block. Parameters that have no value get one, without drawing a random number.
     *
     * @param block     of PyTorch, on the processor; used by nobody else as long as this is open
     * @param type      what it computes in
     * @param input     the shape of its input, batch dimension included (any size)
     * @param beginning where it starts
     * @throws IllegalArgumentException if a parameter has another type, or a frozen weight no value; or if nothing has a value and the
     *                                  block is to begin as given
     * @throws IllegalStateException    if PyTorch cannot be loaded
     */
    public FlatBlock(Block block, ElementType type, Shape input, Beginning beginning) {
        this.block = block;
        this.type = type;
        manager = PyTorch.newManager();
        try {
            initialize(input, beginning);
            List<Member> all = Member.of(block);
            trained = all.stream().filter(Member::isTrained).toList();
            statistical = all.stream().filter(Member::isStatistic).toList();
            frozen = all.stream().filter(m -> !m.isTrained() && !m.isStatistic()).toList();
            requireGradients();
            Description description = new Description(type, beginning);
            weights = Aliases.of(trained, type);
            averages = Aliases.of(statistical, type);
            parameters = trained.stream().map(description::of).toList();
            fresh = description.fresh(statistical);
            statistics = fresh.copy();
            averages.bind(statistics);
            store = new ParameterStore(manager, false);
            draws = RandomNumbers.drawnBy(block);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** Arrays that were read from a file ask for none. */
    private void requireGradients() {
        trained.forEach(member -> member.parameter().getArray().setRequiresGradient(true));
    }

    private void initialize(Shape input, Beginning beginning) {
        if (block.isInitialized()) {
            return;
        }
        if (beginning == Beginning.AS_GIVEN) {
            throw new IllegalArgumentException("the block has no values yet; load them first, or begin "
                    + Beginning.DRAWN);
        }
        for (Member member : Member.of(block)) {
            Parameter.Type kind = member.parameter().getType();
            if (!member.isTrained() && !member.parameter().isInitialized()
                    && (kind == Parameter.Type.WEIGHT || kind == Parameter.Type.OTHER)) {
                throw new IllegalArgumentException("parameter \"" + member.name()
                        + "\" is frozen and has no value; load it first");
            }
        }
        // the seed of a run decides: see NetworkLayouts.start
        block.setInitializer(Initializer.ZEROS, Parameter::requiresGradient);
        block.initialize(manager, Memory.typeOf(type), input);
    }

    /** The block. */
    public Block block() {
        return block;
    }

    /** What it computes in. */
    public ElementType type() {
        return type;
    }

    /** The trainable parameters, in the order in which they lie in the flat vector, which is that of DJL. */
    public List<NetworkParameter> parameters() {
        return parameters;
    }

    /** Number of elements of the flat vector. */
    public long size() {
        return weights.size();
    }

    /**
     * Lets the parameters lie in this vector from now on: no copy, one call a tensor; nothing at all if they lie there already. The block
     * keeps its memory alive.
     *
     * @throws IllegalArgumentException if size or type differ
     * @throws IllegalStateException    if a parameter was replaced
     */
    public void bind(FlatVector params) {
        requireOpen();
        weights.bind(params);
    }

    /**
     * Forward and backward pass in training mode.
     *
     * @param loss        computes a scalar, say a mean over a batch
     * @param seed        of all random numbers of this pass
     * @param gradientOut receives the gradient; the size and type of the parameters
     * @return the loss, which may be NaN or infinite
     * @throws IllegalArgumentException if the loss is no scalar, or PyTorch refuses an input
     * @throws IllegalStateException    if nothing is bound, or a parameter was replaced, frozen or thawed
     */
    public double lossAndGradient(Function<Step, NDArray> loss, long seed, FlatVector gradientOut) {
        FlatVector.requireSame("gradient", gradientOut, type, size());
        requireReady();
        // not by DJL's GradientCollector: there can be only one in a process, and it does not clear what earlier passes left
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try (NDManager pass = manager.newSubManager()) {
            weights.clearGradients();
            Step step = new Step(pass, block, store, true);
            Supplier<NDArray> forward = () -> loss.apply(step);
            PtNDArray value = scalar(draws ? RandomNumbers.drawing(seed, forward) : forward.get());
            JniUtils.backward(value, (PtNDArray) pass.ones(value.getShape(), value.getDataType()), false, false);
            weights.gather(pass, gradientOut);
            return Memory.first(value);
        } catch (EngineException e) {
            throw new IllegalArgumentException("PyTorch refuses the pass: " + FirstLine.of(e), e);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private static PtNDArray scalar(NDArray loss) {
        if (loss.size() != 1) {
            throw new IllegalArgumentException("the loss has shape " + loss.getShape() + "; it must be a scalar");
        }
        return (PtNDArray) loss;
    }

    /**
     * Forward pass in evaluation mode: no dropout, batch normalisation by its statistics. Changes nothing.
     *
     * @param result takes what it needs out of the arrays, which are gone afterwards
     * @throws IllegalArgumentException if PyTorch refuses an input
     * @throws IllegalStateException    if nothing is bound, or a parameter was replaced, frozen or thawed
     */
    public <T> T evaluate(Function<Step, T> result) {
        requireReady();
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try (NDManager pass = manager.newSubManager()) {
            return result.apply(new Step(pass, block, store, false));
        } catch (EngineException e) {
            throw new IllegalArgumentException("PyTorch refuses the pass: " + FirstLine.of(e), e);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private void requireReady() {
        requireOpen();
        weights.requireBound();
        averages.requireBound();
        requireTrained(trained, true);
        requireTrained(frozen, false);
    }

    private void requireOpen() {
        if (!manager.isOpen()) {
            throw new IllegalStateException("the network is closed");
        }
    }

    private static void requireTrained(List<Member> members, boolean trained) {
        for (Member member : members) {
            if (member.isTrained() != trained) {
                throw new IllegalStateException("parameter \"" + member.name() + "\" was "
                        + (trained ? "frozen" : "thawed") + " after the network was made; do so before");
            }
        }
    }

    /** Forgets the statistics of batch normalisation. */
    public void reset() {
        statistics.copyFrom(fresh);
    }

    @Override
    public State state() {
        State state = State.version(1);
        return statistics.size() == 0 ? state : state.with(STATISTICS, statistics);
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
        if (statistics.size() > 0) {
            statistics.copyFrom(state.vector(STATISTICS, type, statistics.size()));
        }
    }

    /**
     * Writes a model file of DJL, {@code folder/name-NNNN.params} with the next free number: trained and frozen parameters, and
     * statistics. DJL reads it without us.
     *
     * @throws IOException           if it cannot be written
     * @throws IllegalStateException if nothing is bound, or a parameter was replaced
     */
    public void save(Path folder, String name) throws IOException {
        requireReady();
        file().save(folder, name);
    }

    /**
     * Reads the model file of DJL with the highest number. Its trained parameters are written to a vector, in which they lie from then
     * on; its statistics are those from now on, though {@link #reset()} still goes back to the first ones. Whoever replaced parameters
     * before is forgiven. If it throws, nothing has changed.
     *
     * @param folder holds {@code name-NNNN.params}
     * @param name   of the model
     * @param params receives the parameters
     * @throws IOException              if the file cannot be read, or is not a model file
     * @throws IllegalArgumentException if it is of another network, or the vector has another size or type
     */
    public void load(Path folder, String name, FlatVector params) throws IOException {
        FlatVector.requireSame("parameters", params, type, size());
        requireOpen();
        Optional<FlatVector> before = weights.bound();
        boolean read = false;
        try {
            file().load(folder, name);
            read = true;
        } finally { // every array is new
            requireGradients();
            weights = Aliases.of(trained, type);
            averages = Aliases.of(statistical, type);
            store = new ParameterStore(manager, false);
            if (!read) {
                before.ifPresent(weights::bind);
                averages.bind(statistics);
            }
        }
        weights.copyTo(params);
        weights.bind(params);
        averages.copyTo(statistics);
        averages.bind(statistics);
    }

    private ModelFile file() {
        return new ModelFile(block, type, manager);
    }

    /** Frees what PyTorch holds for it. The vector it was bound to stays. */
    @Override
    public void close() {
        manager.close();
    }
}
