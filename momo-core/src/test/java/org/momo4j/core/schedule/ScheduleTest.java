package org.momo4j.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

class ScheduleTest {
    @Test
    @DisplayName("each schedule at hand-computed steps")
    void values() {
        assertEquals(0.3, new Constant(0.3).at(12345));
        LearningRate step = new StepDecay(1, 0.1, 10);
        assertEquals(1, step.at(10));
        assertEquals(0.1, step.at(11), 1e-16);
        assertEquals(0.01, step.at(30), 1e-17);
        assertEquals(2 * 0.25, new Exponential(2, 0.5).at(3));
        assertEquals(3.0 / 4, new InverseSquareRoot(3).at(16));
        LearningRate cosine = new Cosine(1, 0.2, 100);
        assertEquals(1, cosine.at(1));
        assertEquals(0.6, cosine.at(51), 1e-15);
        assertEquals(cosine.at(100), cosine.at(101));
        LearningRate warmUp = new WarmUp(4, new InverseSquareRoot(8));
        assertEquals(2, warmUp.at(1));
        assertEquals(8, warmUp.at(4));
        assertEquals(8, warmUp.at(5));
        assertEquals(4, warmUp.at(8));
    }

    @Test
    @DisplayName("a rate stays positive for ever")
    void positive() {
        assertTrue(new Exponential(1, 0.5).at(Long.MAX_VALUE) > 0);
        assertTrue(new StepDecay(1, 0.5, 1).at(Long.MAX_VALUE) > 0);
        assertTrue(new Cosine(1, 0, 10).at(Long.MAX_VALUE) > 0);
    }

    @Test
    @DisplayName("schedules made of others come from a specification")
    void nested() {
        LearningRate rate = create(
                new Choice("warm-up", Map.of("steps", 2, "then", new Choice("constant", Map.of("rate", 6)))));
        assertEquals(3, rate.at(1));
        assertEquals(6, rate.at(3));
    }

    @Test
    @DisplayName("a cosine without steps is as long as the run")
    void cosineOfTheRun() {
        LearningRate rate = create(new Choice("cosine", Map.of("peak", 2)));
        assertEquals(new Cosine(2, 0, 200).at(77), rate.at(77));
    }

    @Test
    @DisplayName("a cosine after a warm-up is as long as what is left of the run")
    void cosineAfterWarmUp() {
        LearningRate rate = create(new Choice("warm-up", Map.of("steps", 50, "then", Choice.of("cosine"))));
        assertEquals(new Cosine(1, 0, 150).at(150), rate.at(200));
    }

    @Test
    @DisplayName("values out of range are refused with what is allowed")
    void ranges() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> create(new Choice("exponential", Map.of("factor", 1.5)))).getMessage();
        assertTrue(message.contains("factor is 1.5") && message.contains("(0, 1]"), message);
    }

    private static LearningRate create(Choice choice) {
        return create(choice, new ScheduleSetting(OptionalLong.of(200), ScheduleTest::create));
    }

    private static LearningRate create(Choice choice, ScheduleSetting setting) {
        for (LearningRateProvider<?> provider : ServiceLoader.load(LearningRateProvider.class)) {
            if (provider.name().equals(choice.name())) {
                return create(provider, choice, setting);
            }
        }
        throw new AssertionError("no schedule is called " + choice.name());
    }

    private static <P> LearningRate create(LearningRateProvider<P> provider, Choice choice,
            ScheduleSetting setting) {
        return provider.create(provider.hyperParameters().read(choice.values()), setting);
    }
}
