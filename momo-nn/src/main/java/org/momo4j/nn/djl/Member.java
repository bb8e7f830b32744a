package org.momo4j.nn.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A parameter where it stands in a tree of blocks. Its id is another in every process: its name is what it is known by.
 *
 * @param name      the names of the blocks around it and its own, which DJL gives it too
 * @param parameter of DJL
 * @param owner     the block whose own parameter it is
 */
record Member(String name, Parameter parameter, Block owner) {
    /** All parameters of a block, in the order in which DJL saves them; one that is used twice stands where it is met first. */
    static List<Member> of(Block block) {
        List<Member> members = new ArrayList<>();
        collect("", block, members, Collections.newSetFromMap(new IdentityHashMap<>()));
        return members;
    }

    private static void collect(String prefix, Block block, List<Member> members, Set<Parameter> met) {
        for (Pair<String, Parameter> own : block.getDirectParameters()) {
            if (met.add(own.getValue())) {
                members.add(new Member(prefix + own.getKey(), own.getValue(), block));
            }
        }
        for (Pair<String, Block> child : block.getChildren()) {
            collect(prefix + child.getKey() + "_", child.getValue(), members, met);
        }
    }

    boolean isTrained() {
        return parameter.requiresGradient();
    }

    boolean isStatistic() {
        return switch (parameter.getType()) {
            case RUNNING_MEAN, RUNNING_VAR -> !isTrained();
            default -> false;
        };
    }
}
