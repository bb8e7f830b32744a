package org.momo4j.lab.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.function.Supplier;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine;

/** Creates commands: those that ask for something through Guice, which starts only then; all else as picocli does. */
public final class LabFactory implements CommandLine.IFactory {
    private final CommandLine.IFactory plain = CommandLine.defaultFactory();
    private final Supplier<Injector> injector;

    /** A factory of commands that write to this terminal. */
    public LabFactory(Terminal terminal) {
        injector = com.google.common.base.Suppliers.memoize(() -> inject(terminal));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return needsInjection(type) ? injector.get().getInstance(type) : plain.create(type);
    }

    private static boolean needsInjection(Class<?> type) {
        return java.util.Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(c -> c.isAnnotationPresent(jakarta.inject.Inject.class));
    }

    private static Injector inject(Terminal terminal) {
        try {
            return Guice.createInjector(Stage.DEVELOPMENT, new ProvidersModule(), new VerificationModule(),
                    binder -> binder.bind(Terminal.class).toInstance(terminal));
        } catch (CreationException e) {
            // Guice lists what it met on the way; a refused provider says it all by itself.
            throw e.getErrorMessages().stream().map(Message::getCause)
                    .filter(IllegalArgumentException.class::isInstance).map(IllegalArgumentException.class::cast)
                    .findFirst().orElseThrow(() -> e);
        }
    }
}
