package org.momo4j.example.novograd;

import java.util.stream.Stream;
import org.momo4j.testkit.method.MomentumMethodContract;
import org.momo4j.testkit.method.MomentumMethodSubject;

/** What every momentum method promises: its weights, its metric, its state. */
class MomoNovogradTest implements MomentumMethodContract {
    @Override
    public Stream<MomentumMethodSubject> subjects() {
        MomoNovograd method = new MomoNovograd();
        return Stream.of(MomentumMethodSubject.of(method, method.hyperParameters().defaults()));
    }
}
