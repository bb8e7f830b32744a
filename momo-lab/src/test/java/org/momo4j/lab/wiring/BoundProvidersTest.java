package org.momo4j.lab.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.MapBinder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.momo4j.api.theory.Check;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.cli.Program;
import org.momo4j.lab.plugin.AlwaysTrue;
import org.momo4j.lab.terminal.Terminal;

/** Somebody who uses Guice binds a provider instead of putting a jar anywhere. */
class BoundProvidersTest {
    private static Module binding(String name) {
        return binder -> MapBinder.newMapBinder(binder, String.class, Check.class).addBinding(name)
                .to(AlwaysTrue.class);
    }

    @Test
    void whatAModuleBindsIsInstalled() {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true),
                new PrintStream(OutputStream.nullOutputStream()), false, 160);
        assertEquals(0, new Program(terminal, new LabFactory(terminal, binding("always-true"))).run("list", "checks"));
        assertTrue(out.toString().contains("E[f(x_k)-f*] <= inf"), out.toString());
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        var injector = Guice.createInjector(new ProvidersModule(), binding("T1"));
        var refused = assertThrows(ProvisionException.class, () -> injector.getInstance(Catalogues.class));
        assertEquals("org.momo4j.lab.plugin.AlwaysTrue is left out: 2 checks are called \"T1\", and "
                + injector(new ProvidersModule()).checks().get("T1").getClass().getName() + " is built in",
                refused.getCause().getMessage());
    }

    private static Catalogues injector(Module module) {
        return Guice.createInjector(module).getInstance(Catalogues.class);
    }
}
