package org.momo4j.testkit.provider;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.testkit.Promise;

/** What every {@link org.momo4j.api.provider.Provider} promises. */
public interface ProviderContract {
    /** The providers to test. */
    Stream<ProviderSubject<?>> subjects();

    /** Every promise, for every subject. */
    @TestFactory
    default Stream<DynamicNode> providerContract() {
        return Promise.tests(subjects(), promises());
    }

    /** All promises of a provider. */
    static List<Promise<ProviderSubject<?>>> promises() {
        return ProviderPromises.ALL;
    }
}
