package org.momo4j.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: who may use whom, and what code looks like. */
@AnalyzeClasses(packages = "org.momo4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> MODULES = List.of("api", "core", "bounds", "convex", "testkit", "lab", "bench");

    @ArchTest
    static final ArchRule apiUsesNoOtherModule = uses("api");

    @ArchTest
    static final ArchRule coreUsesApiOnly = uses("core", "api");

    @ArchTest
    static final ArchRule boundsUseApiOnly = uses("bounds", "api");

    @ArchTest
    static final ArchRule convexUsesApiOnly = uses("convex", "api");

    @ArchTest
    static final ArchRule testkitUsesApiOnly = uses("testkit", "api");

    @ArchTest
    static final ArchRule labUsesAllButTestkitAndBench = uses("lab", "api", "core", "bounds", "convex");

    @ArchTest
    static final ArchRule onlyWiringKnowsGuice = noClasses().that().resideOutsideOfPackage("org.momo4j.lab.wiring..")
            .and().haveSimpleNameNotEndingWith("Module").should().dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "com.google.common..");

    @ArchTest
    static final ArchRule nd4jStaysAtTheEdge = noClasses().that().resideOutsideOfPackage("org.momo4j.api.nd4j..")
            .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.momo4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses().should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule nobodyPrintsButTheTerminal = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nobodyLogs = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nullNeverCrossesAnApi = classes().should(liveInANullMarkedPackage());

    private static ArchRule uses(String module, String... allowed) {
        String[] others = MODULES.stream().filter(m -> !m.equals(module) && !Arrays.asList(allowed).contains(m))
                .map(m -> "org.momo4j." + m + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage("org.momo4j." + module + "..").should()
                .dependOnClassesThat(resideInAnyPackage(others)).as("momo-" + module + " uses "
                        + (allowed.length == 0 ? "no other module" : "only " + List.of(allowed)))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked,
                        type.getName() + " lives in a package " + (marked ? "that is" : "without") + " @NullMarked"));
            }
        };
    }
}
