package org.momo4j.nn.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.momo4j.api.vector.ElementType;

/** A block in the files of DJL. Reading one gives every parameter a new array, also when it fails half way. */
final class ModelFile {
    private final Block block;
    private final ElementType type;
    private final NDManager manager;

    ModelFile(Block block, ElementType type, NDManager manager) {
        this.block = block;
        this.type = type;
        this.manager = manager;
    }

    void save(Path folder, String name) throws IOException {
        try (Model model = model(name)) {
            model.save(folder, name);
        }
    }

    private Model model(String name) {
        Model model = Model.newInstance(name, Device.cpu(), "PyTorch");
        model.setDataType(Memory.typeOf(type));
        model.setBlock(block);
        return model;
    }

    /**
     * Reads the block. All its arrays are new afterwards and belong to the manager: with the values of the file, or with those of before if
     * this throws.
     */
    void load(Path folder, String name) throws IOException {
        List<Member> members = Member.of(block);
        List<NDArray> before = members.stream().map(m -> m.parameter().getArray()).toList();
        List<Shape> shapes = before.stream().map(NDArray::getShape).toList();
        byte[] backup = written();
        boolean read = false;
        try {
            read(folder, name);
            for (int i = 0; i < members.size(); i++) {
                check(members.get(i), before.get(i), shapes.get(i), folder.resolve(name));
            }
            read = true;
        } finally {
            if (!read) {
                restore(backup);
            }
        }
        before.forEach(NDArray::close);
    }

    private void read(Path folder, String name) throws IOException {
        try (Model model = model(name)) {
            model.load(folder, name);
            for (Member member : Member.of(block)) {
                member.parameter().getArray().attach(manager);
            }
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(
                    "model " + folder.resolve(name) + " is of another network: " + FirstLine.of(e), e);
        } catch (IOException | RuntimeException e) { // whatever its decoder makes of wrong bytes
            throw new IOException("model " + folder.resolve(name) + " cannot be read: " + FirstLine.of(e), e);
        }
    }

    private void check(Member member, NDArray before, Shape shape, Path file) throws IOException {
        NDArray now = member.parameter().getArray();
        if (now == before) {
            throw new IOException("model " + file + " is not a model file of DJL: it says nothing of parameter \""
                    + member.name() + "\"");
        }
        if (!now.getShape().equals(shape) || now.getDataType() != before.getDataType()) {
            throw new IllegalArgumentException("model " + file + " is of another network: parameter \"" + member.name()
                    + "\" is " + now.getDataType() + " " + now.getShape() + " there; " + before.getDataType() + " "
                    + shape + " is needed");
        }
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            block.saveParameters(out);
        }
        return bytes.toByteArray();
    }

    private void restore(byte[] backup) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(backup))) {
            block.loadParameters(manager, in);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("a block does not read what it has written", e);
        }
    }
}
