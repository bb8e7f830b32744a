package org.momo4j.nn.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.momo4j.api.provider.ObjectiveProvider;

/** What {@code momo list} does, and then one objective of each engine; loaded where there is no engine. */
public final class Listing implements Callable<List<String>> {
    @Override
    public List<String> call() {
        List<String> said = new ArrayList<>();
        for (ObjectiveProvider<?> provider : ServiceLoader.load(ObjectiveProvider.class,
                Listing.class.getClassLoader())) {
            said.add(provider.name() + " " + provider.hyperParameters().components().size());
            provider.description();
        }
        for (String engine : List.of("djl", "dl4j")) {
            try {
                DigitsMlpProvider digits = new DigitsMlpProvider();
                digits.create(digits.hyperParameters().read(Map.of("engine", engine)));
            } catch (IllegalArgumentException e) {
                said.add(e.getMessage());
            }
        }
        return said;
    }
}
