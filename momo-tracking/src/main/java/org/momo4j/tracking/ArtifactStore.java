package org.momo4j.tracking;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Outbox;

/** Keeps the content of artifacts in an outbox under its digest: the same content once, whole or not at all. */
record ArtifactStore(Outbox outbox) {
    Entry.Artifact put(String path, InputStream content) throws IOException {
        Path folder = Files.createDirectories(outbox.artifact("any").resolveSibling(""));
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp"); // readable by whoever may read the folder
        try {
            MessageDigest sha = sha256();
            long bytes;
            try (FileOutputStream file = new FileOutputStream(temporary.toFile());
                    OutputStream out = new DigestOutputStream(file, sha)) {
                bytes = content.transferTo(out);
                file.getFD().sync(); // before the journal says that it is there
            }
            String digest = HexFormat.of().formatHex(sha.digest());
            Files.move(temporary, outbox.artifact(digest), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return new Entry.Artifact(path, digest, bytes);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
