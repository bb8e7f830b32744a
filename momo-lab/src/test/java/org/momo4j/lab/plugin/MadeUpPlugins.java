package org.momo4j.lab.plugin;

import java.io.IOException;
import java.nio.file.Path;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.theory.Check;

/** Plugins of the tests: each takes steps of gradient descent, scaled by a number that stands in a class of its own. */
final class MadeUpPlugins {
    private static final String PROVIDER = """
            import org.momo4j.api.provider.*;
            import org.momo4j.api.state.State;
            import org.momo4j.api.step.*;
            import org.momo4j.api.vector.FlatVector;

            public final class Made implements OptimizerProvider<Made.Parameters> {
                public record Parameters(
                        @HyperParameter(value = "scale of a step", byDefault = "0.5", range = "(0, 1]") double scale) {}

                public Made() {
                    //constructor
                }

                public String name() {
                    return "NAME";
                }

                public String description() {
                    return "made up";
                }

                public double defaultLearningRate() {
                    return 0.1;
                }

                public HyperParameters<Parameters> hyperParameters() {
                    //hyperParameters
                    return HyperParameters.of(Parameters.class);
                }

                public Optimizer create(Parameters parameters, Setting setting) {
                    //create
                    return new Optimizer() {
                        private long k;

                        public StepReport step(FlatVector params, Sample sample) {
                            k++;
                            //step
                            double rate = Shared.FACTOR * parameters.scale() * setting.learningRate().at(k);
                            for (long i = 0; i < params.size(); i++) {
                                params.set(i, params.get(i) - rate * sample.gradient().get(i));
                            }
                            return new StepReport.Builder().k(k).loss(sample.loss()).stepSize(rate).build();
                        }

                        public State state() {
                            return State.version(1).with("k", k);
                        }

                        public void restore(State state) {
                            k = (long) state.scalar("k");
                        }
                    };
                }
            }
            """;

    private MadeUpPlugins() {}

    /** A plugin that works. */
    static CompiledPlugin good(String name, double factor) {
        return broken(name, factor, "", "");
    }

    /** One with a statement too many: at {@code constructor}, {@code hyperParameters}, {@code create} or {@code step}. */
    static CompiledPlugin broken(String name, double factor, String where, String statement) {
        return new CompiledPlugin()
                .source("Made",
                        PROVIDER.replace("NAME", name).replace(where.isEmpty() ? "//none" : "//" + where, statement))
                .source("Shared", "final class Shared { static final double FACTOR = Double.parseDouble(\"" + factor
                        + "\"); }")
                .service(OptimizerProvider.class, "Made");
    }

    /** A schedule of this name, with a constant rate. */
    static CompiledPlugin schedule(String name) {
        return new CompiledPlugin().source("Schedule", """
                import org.momo4j.api.method.LearningRate;
                import org.momo4j.api.provider.*;

                public final class Schedule implements LearningRateProvider<Schedule.Parameters> {
                    public record Parameters(
                            @HyperParameter(value = "rate", byDefault = "0.5", range = "(0, 1]") double rate) {}

                    public String name() {
                        return "NAME";
                    }

                    public String description() {
                        return "made up";
                    }

                    public HyperParameters<Parameters> hyperParameters() {
                        return HyperParameters.of(Parameters.class);
                    }

                    public LearningRate create(Parameters parameters, ScheduleSetting setting) {
                        return k -> parameters.rate();
                    }
                }
                """.replace("NAME", name)).service(LearningRateProvider.class, "Schedule");
    }

    /** A statement that throws at one place: {@code applies}, {@code watch}, {@code step} or {@code excess}. */
    static CompiledPlugin statement(String where) {
        return new CompiledPlugin().source("MadeUpCheck", """
                import org.momo4j.api.theory.*;

                public final class MadeUpCheck implements PathCheck {
                    private static void at(String place) {
                        if (place.equals("WHERE")) {
                            throw new IllegalStateException("boom");
                        }
                    }

                    public String name() {
                        return "made-up";
                    }

                    public String statement() {
                        return "0 <= 1";
                    }

                    public boolean appliesTo(Trial trial) {
                        at("applies");
                        return true;
                    }

                    public Watch watch(Trial trial) {
                        at("watch");
                        return new Watch() {
                            public void step(PathStep step) {
                                at("step");
                            }

                            public double excess() {
                                at("excess");
                                return -1;
                            }
                        };
                    }
                }
                """.replace("WHERE", where)).service(Check.class, "MadeUpCheck");
    }

    static void good(Path jar, String name, double factor) throws IOException {
        good(name, factor).write(jar);
    }
}
