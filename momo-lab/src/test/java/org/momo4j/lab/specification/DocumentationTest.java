package org.momo4j.lab.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

/** What docs/specification.md says is so. */
class DocumentationTest {
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    private static String text() throws IOException {
        return Files.readString(Path.of(System.getProperty("momo.root"), "docs", "specification.md"));
    }

    @Test
    void itsSpecificationsAreRead() throws IOException {
        List<Integer> runs = new ArrayList<>();
        for (Matcher block = YAML.matcher(text()); block.find();) {
            runs.add(Specifications.read(folder, block.group(1)).runs().size());
        }
        assertEquals(List.of(24, 2, 150), runs);
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        String text = text();
        new JsonMapper().readTree(Ran.momo("schema").out()).get("properties").fieldNames()
                .forEachRemaining(key -> assertTrue(text.contains("`" + key + "`"), key));
    }
}
