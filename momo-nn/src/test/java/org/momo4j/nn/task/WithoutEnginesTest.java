package org.momo4j.nn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Engines are optional: without them all tasks are listed, and asking for one is answered by a sentence. */
class WithoutEnginesTest {
    @Test
    void listingNeedsNoneAndCreatingSaysWhatIsMissing() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(ours(), ClassLoader.getPlatformClassLoader())) {
            Object listing = loader.loadClass(Listing.class.getName()).getConstructor().newInstance();
            List<?> said = (List<?>) ((Callable<?>) listing).call();
            assertEquals(List.of("digits-mlp 3", "fashion-mlp 3", "fashion-conv 3", "fashion-resnet20 3",
                    "cifar10-resnet20 3"), said.subList(0, 5));
            assertEquals(7, said.size(), said.toString());
            String djl = said.get(5).toString();
            assertTrue(djl.startsWith("engine is djl, which cannot be loaded (ai"), djl);
            assertTrue(djl.contains("pytorch-native-cpu"), djl);
            String dl4j = said.get(6).toString();
            assertTrue(dl4j.startsWith("engine is dl4j, which cannot be loaded (org"), dl4j);
            assertTrue(dl4j.contains("nd4j-native"), dl4j);
        }
    }

    /** This module and momo-api, folders or jars. */
    private static URL[] ours() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.matches(".*\\bmomo-(nn|api)\\b.*|.*/jspecify-[^/]*")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
