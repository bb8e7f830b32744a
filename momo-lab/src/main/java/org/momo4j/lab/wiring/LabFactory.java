package org.momo4j.lab.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine;

/** Creates commands: those that ask for something through Guice, which starts only then; all else as picocli does. */
public final class LabFactory implements CommandLine.IFactory {
    private final CommandLine.IFactory plain = CommandLine.defaultFactory();
    private final Supplier<Injector> injector;

    /**
     * A factory of commands.
     *
     * @param terminal where they write
     * @param modules  bindings of the user's own, see {@link ProvidersModule}
     */
    public LabFactory(Terminal terminal, Module... modules) {
        injector = com.google.common.base.Suppliers.memoize(() -> inject(terminal, modules));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return needsInjection(type) ? injector.get().getInstance(type) : plain.create(type);
    }

    private static boolean needsInjection(Class<?> type) {
        return java.util.Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(c -> c.isAnnotationPresent(jakarta.inject.Inject.class));
    }

    private static Injector inject(Terminal terminal, Module... modules) {
        PluginPlaces places = PluginPlaces.ofUser();
        List<Module> all = new ArrayList<>(List.of(modules));
        all.add(new ProvidersModule(places, sentence -> terminal.err().println("momo: " + sentence)));
        all.add(new VerificationModule());
        all.add(binder -> {
            binder.bind(Terminal.class).toInstance(terminal);
            binder.bind(PluginPlaces.class).toInstance(places);
        });
        try {
            return Guice.createInjector(Stage.DEVELOPMENT, all);
        } catch (CreationException e) {
            // Guice lists what it met on the way; a refused provider says it all by itself.
            throw e.getErrorMessages().stream().map(Message::getCause)
                    .filter(IllegalArgumentException.class::isInstance).map(IllegalArgumentException.class::cast)
                    .findFirst().orElseThrow(() -> e);
        }
    }
}
