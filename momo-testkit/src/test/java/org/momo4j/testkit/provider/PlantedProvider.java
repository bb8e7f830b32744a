package org.momo4j.testkit.provider;

import java.util.Optional;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.testkit.ConstantBound;

/** A constant bound below zero; right unless a fault is planted. */
public final class PlantedProvider implements LowerBoundProvider<PlantedProvider.Parameters> {
    /** How far below zero. */
    interface Parameters {
        double depth();
    }

    record Depth(
            @HyperParameter(value = "how far below zero", byDefault = "1", range = "(0, inf)") double depth)
            implements
                Parameters {}

    record AnyDepth(
            @HyperParameter(value = "how far below zero", byDefault = "1") double depth) implements Parameters {}

    record DepthFromZero(
            @HyperParameter(value = "how far below zero", byDefault = "1", range = "[0, inf)") double depth)
            implements
                Parameters {}

    private final Optional<ProviderFault> fault;

    /** The right one, for the service loader. */
    public PlantedProvider() {
        this(Optional.empty());
    }

    PlantedProvider(Optional<ProviderFault> fault) {
        this.fault = fault;
    }

    private boolean is(ProviderFault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    @Override
    public String name() {
        return is(ProviderFault.SHOUTS_ITS_NAME)
                ? "Planted Bound"
                : is(ProviderFault.IS_NOT_INSTALLED) ? "planted-elsewhere" : "planted";
    }

    @Override
    public String description() {
        return is(ProviderFault.SAYS_NOTHING) ? "" : "a constant below zero";
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return is(ProviderFault.FORGETS_A_RANGE)
                ? wider(AnyDepth.class)
                : is(ProviderFault.ALLOWS_TOO_MUCH) ? wider(DepthFromZero.class) : wider(Depth.class);
    }

    @SuppressWarnings("unchecked") // read only: what is read as the record is read as its interface
    private static <R extends Record & Parameters> HyperParameters<Parameters> wider(Class<R> type) {
        return (HyperParameters<Parameters>) (HyperParameters<?>) HyperParameters.of(type);
    }

    @Override
    public LowerBound create(Parameters parameters) {
        if (!(parameters.depth() > 0)) {
            throw new IllegalArgumentException("depth is " + parameters.depth() + "; it must be positive");
        }
        return new ConstantBound(-parameters.depth());
    }
}
