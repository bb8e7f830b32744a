package org.momo4j.tracking.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real server for all tests of this virtual machine: it starts with the first test method that takes it as a
 * parameter of type {@link RealServer}. Tests keep apart by the names of their experiments. Where MLflow is missing these
 * tests are skipped, or fail where MOMO_REQUIRE_ALL is set.
 */
public final class SharedServer implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        Mlflow.require();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    private static RealServer server(ExtensionContext context) {
        // what can be closed is closed by JUnit when the last test is over
        return context.getRoot().getStore(HERE).getOrComputeIfAbsent(RealServer.class, key -> launched(),
                RealServer.class);
    }

    private static RealServer launched() {
        try {
            return RealServer.launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
