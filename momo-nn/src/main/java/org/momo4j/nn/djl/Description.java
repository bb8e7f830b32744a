package org.momo4j.nn.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Prelu;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.nn.network.NetworkParameter;
import org.momo4j.nn.network.NetworkParameter.Role;
import org.momo4j.nn.network.Start;

/** From a parameter of DJL to that of a network: what it is for, and how it begins. */
final class Description {
    /** Where He et al., Delving Deep into Rectifiers (ICCV 2015), begin, and PyTorch too. */
    private static final double PRELU_SLOPE = 0.25;

    private final ElementType type;
    private final Beginning beginning;

    Description(ElementType type, Beginning beginning) {
        this.type = type;
        this.beginning = beginning;
    }

    NetworkParameter of(Member member) {
        List<Long> shape = dimensions(member.parameter());
        Start start = switch (beginning) {
            case DRAWN -> drawn(member);
            case AS_GIVEN -> Start.values(Memory.copy(member.parameter().getArray(), type));
        };
        return new NetworkParameter(member.name(), shape, NamedTensor.Order.ROW_MAJOR, role(member), start);
    }

    private static Role role(Member member) {
        if (isSlope(member)) {
            return Role.ACTIVATION;
        }
        return switch (member.parameter().getType()) {
            case BIAS -> Role.BIAS;
            case GAMMA, BETA -> Role.NORMALISATION;
            default -> Role.WEIGHT;
        };
    }

    private static Start drawn(Member member) {
        if (isSlope(member)) {
            return Start.constant(PRELU_SLOPE);
        }
        Parameter parameter = member.parameter();
        return switch (parameter.getType()) {
            case WEIGHT -> Start.fanIn(inputs(parameter));
            case BIAS -> weightOf(member).map(weight -> Start.fanIn(inputs(weight))).orElse(Start.constant(0));
            case GAMMA -> Start.constant(1);
            case BETA -> Start.constant(0);
            default -> throw new IllegalArgumentException("parameter \"" + member.name() + "\" is of type "
                    + parameter.getType() + ", and how such a one begins is not known; give it values, and begin "
                    + Beginning.AS_GIVEN);
        };
    }

    /** DJL counts it among the weights, though it has no inputs to be drawn for. */
    private static boolean isSlope(Member member) {
        return member.owner() instanceof Prelu;
    }

    /** Weights are [outputs, inputs] or [outputs, channels, height, width]. */
    private static long inputs(Parameter weight) {
        return Math.max(1, dimensions(weight).stream().skip(1).reduce(1L, Math::multiplyExact));
    }

    private static Optional<Parameter> weightOf(Member bias) {
        return bias.owner().getDirectParameters().values().stream()
                .filter(p -> p.getType() == Parameter.Type.WEIGHT).findFirst();
    }

    static List<Long> dimensions(Parameter parameter) {
        Shape shape = parameter.getArray().getShape();
        return Arrays.stream(shape.getShape()).boxed().toList();
    }

    /** All statistics at the start. */
    FlatVector fresh(List<Member> statistics) {
        long size = statistics.stream().mapToLong(s -> s.parameter().getArray().size()).sum();
        FlatVector all = FlatVector.zeros(type, size);
        long offset = 0;
        for (Member statistic : statistics) {
            FlatVector given = Memory.copy(statistic.parameter().getArray(), type);
            FlatVector part = all.slice(offset, given.size());
            if (beginning == Beginning.DRAWN) {
                part.fill(statistic.parameter().getType() == Parameter.Type.RUNNING_VAR ? 1 : 0);
            } else {
                part.copyFrom(given);
            }
            offset += given.size();
        }
        return all;
    }
}
