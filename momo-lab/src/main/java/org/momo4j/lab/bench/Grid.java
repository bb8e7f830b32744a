package org.momo4j.lab.bench;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.vector.ElementType;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;
import org.momo4j.bench.timing.Contest;

/**
 * What is measured: the product of types, numbers of threads and sizes, all kernels at each. What is left empty is filled
 * in so that the whole takes a minute and fits into 4 GiB; only then are some combinations left out.
 *
 * @param kernels none: all, above {@link #LARGE} elements only MoMo's and the ceilings
 * @param types   none: both, float64 at three sizes
 * @param sizes   none: from caches to memory
 * @param threads none: one, and one a processor
 */
public record Grid(List<Kernel> kernels, List<ElementType> types, List<Long> sizes, List<Integer> threads) {
    /** A size above this is large: a step of a method without kernels of its own takes half a second. */
    public static final long LARGE = 10_000_000;

    private static final List<Kernel> KERNELS_OF_LARGE = List.of(Kernel.MOMO, Kernel.MOMO_ADAM, Kernel.AXPY,
            Kernel.COPY);
    private static final List<Long> SIZES = List.of(1_000L, 10_000L, 100_000L, 1_000_000L, LARGE, 5 * LARGE);
    private static final List<Long> SIZES_OF_DOUBLES = List.of(1_000L, 100_000L, LARGE);

    /** The contests, small sizes first: what the compiler makes of them serves the large ones. */
    public List<Contest> contests() {
        List<Contest> contests = new ArrayList<>();
        for (ElementType type : orElse(types, List.of(ElementType.values()))) {
            for (int number : orElse(threads, oneAndAll())) {
                for (long n : orElse(sizes, sizesOf(type))) {
                    contests.add(new Contest(new Point(type, n, number), orElse(kernels, kernelsAt(n))));
                }
            }
        }
        return contests;
    }

    private static <T> List<T> orElse(List<T> asked, List<T> otherwise) {
        return asked.isEmpty() ? otherwise : asked.stream().distinct().toList();
    }

    private List<Long> sizesOf(ElementType type) {
        return type == ElementType.FLOAT64 && types.isEmpty() ? SIZES_OF_DOUBLES : SIZES;
    }

    private static List<Kernel> kernelsAt(long n) {
        return n > LARGE ? KERNELS_OF_LARGE : List.of(Kernel.values());
    }

    private static List<Integer> oneAndAll() {
        return List.of(1, Runtime.getRuntime().availableProcessors()).stream().distinct().toList();
    }
}
