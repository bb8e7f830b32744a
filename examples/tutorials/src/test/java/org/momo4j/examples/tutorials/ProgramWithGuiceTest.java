package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.lab.cli.Program;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.wiring.LabFactory;

/** The program of docs/plugins.md, which binds a provider by Guice. */
class ProgramWithGuiceTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatItBindsIsListed() throws IOException, InterruptedException {
        Ran ran = Ran.in(folder, Main.class, List.of("list", "optimizers"));
        assertEquals(0, ran.code(), ran.printed());
        assertTrue(ran.printed().contains("mine  bound by hand"), ran.printed());
    }

    /** The program. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            Module mine = binder -> MapBinder
                    .newMapBinder(binder, new TypeLiteral<String>() {
                    }, new TypeLiteral<OptimizerProvider<?>>() {
                    })
                    .addBinding("mine").to(MyProvider.class);
            Terminal terminal = Terminal.ofProcess();
            int code = new Program(terminal, new LabFactory(terminal, mine)).run(args);
            System.exit(code);
        }
    }

    /** What it binds. */
    static final class MyProvider implements OptimizerProvider<MyProvider.Parameters> {
        /** No hyper-parameters. */
        record Parameters() {}

        @Override
        public String name() {
            return "mine";
        }

        @Override
        public String description() {
            return "bound by hand";
        }

        @Override
        public double defaultLearningRate() {
            return 1;
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public Optimizer create(Parameters parameters, Setting setting) {
            return MethodOfOnesOwn.optimizer(setting.layout().size(), 1);
        }
    }
}
