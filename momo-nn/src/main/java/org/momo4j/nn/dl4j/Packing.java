package org.momo4j.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;

/** Tensors of one kind, gathered from a network's flat vector into one that holds nothing else, and back. */
final class Packing {
    private final List<Piece> pieces = new ArrayList<>();
    private long size;

    private record Piece(long from, long to, long size) {}

    Packing(Dl4jTensors tensors, Kind kind) {
        tensors.of(kind).forEach(tensor -> {
            Piece last = pieces.isEmpty() ? new Piece(-1, 0, 0) : pieces.getLast();
            if (last.from + last.size == tensor.offset()) {
                pieces.set(pieces.size() - 1, new Piece(last.from, last.to, last.size + tensor.size()));
            } else {
                pieces.add(new Piece(tensor.offset(), size, tensor.size()));
            }
            size += tensor.size();
        });
    }

    /** Number of elements of the packed vector. */
    long size() {
        return size;
    }

    /** Gathers. */
    void pack(FlatVector flat, FlatVector packed) {
        pieces.forEach(piece -> packed.slice(piece.to, piece.size).copyFrom(flat.slice(piece.from, piece.size)));
    }

    /** Scatters. */
    void unpack(FlatVector packed, FlatVector flat) {
        pieces.forEach(piece -> flat.slice(piece.from, piece.size).copyFrom(packed.slice(piece.to, piece.size)));
    }
}
