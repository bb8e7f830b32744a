package org.momo4j.lab.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The build of a project outside of this one, by Maven. Its local repository is that of this build, through links, and the modules as
 * they were just packaged: nothing is installed anywhere, and nothing fetched.
 */
final class PluginProject {
    private static final Path ROOT = Path.of(System.getProperty("momo.root"));
    private static final List<String> MODULES = List.of("momo-api", "momo-testkit", "momo-core", "momo-bounds");

    private final Path repository;

    /** Makes the repository in an empty folder. */
    PluginProject(Path repository) throws IOException {
        this.repository = repository;
        Path shared = Path.of(System.getProperty("localRepository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        Files.createDirectories(repository.resolve("org/momo4j"));
        link(shared, repository);
        link(shared.resolve("org"), repository.resolve("org"));
        install("momo-parent", ROOT.resolve("pom.xml"));
        install("momo-bom", ROOT.resolve("momo-bom/pom.xml"));
        for (String module : MODULES) {
            Path place = install(module, ROOT.resolve(module).resolve("pom.xml"));
            Path jar = ROOT.resolve(module).resolve("target").resolve(module + "-" + version() + ".jar");
            Files.copy(jar, place.resolve(jar.getFileName()));
        }
    }

    /** Skips a test where there is no Maven to be found, unless nothing may be skipped. */
    static void requireMaven() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("mvn", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(there, "there is no mvn on the path, and MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(there, "there is no mvn on the path, with which a plugin could be built");
    }

    private static void link(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals("momo4j") && !Files.exists(to.resolve(name))) {
                    Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
                }
            }
        }
    }

    private static String version() {
        return System.getProperty("momo.version");
    }

    private Path install(String module, Path pom) throws IOException {
        Path place = Files.createDirectories(repository.resolve("org/momo4j").resolve(module).resolve(version()));
        Files.copy(pom, place.resolve(module + "-" + version() + ".pom"));
        return place;
    }

    /** Runs {@code mvn verify}, and returns what Maven said. */
    String verify(Path project) throws IOException, InterruptedException {
        Path log = project.resolveSibling(project.getFileName() + ".log");
        int code = new ProcessBuilder("mvn", "-B", "-o", "-ntp", "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "verify").directory(project.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start()
                .waitFor();
        String said = Files.readString(log);
        assertTrue(code == 0, said);
        return said;
    }
}
