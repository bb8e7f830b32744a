package org.momo4j.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: who may use whom, and what code looks like. */
@AnalyzeClasses(packages = "org.momo4j", importOptions = {ImportOption.DoNotIncludeTests.class,
        ArchitectureTest.NoTestsInJars.class})
class ArchitectureTest {
    /** The tests of one module that another uses are a jar. */
    static final class NoTestsInJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String MATH = "org.apache.commons.math3";
    private static final String VECTORS = "jdk.incubator.vector";

    @ArchTest
    static final ArchRule apiUsesNd4jOnly = uses("api", "org.nd4j", "org.bytedeco");

    @ArchTest
    static final ArchRule coreUsesApiOnly = uses("core", "org.momo4j.api", MATH, VECTORS);

    @ArchTest
    static final ArchRule onlyShampooDecomposesMatrices = noClasses().that()
            .resideInAPackage("org.momo4j.core..").and()
            .resideOutsideOfPackage("org.momo4j.core.preconditioner.shampoo..").should().dependOnClassesThat()
            .resideInAPackage(MATH + "..");

    @ArchTest
    static final ArchRule boundsUseApiOnly = uses("bounds", "org.momo4j.api");

    @ArchTest
    static final ArchRule convexUsesApiOnly = uses("convex", "org.momo4j.api", MATH, VECTORS);

    @ArchTest
    static final ArchRule testkitUsesApiAndJUnitOnly = uses("testkit", "org.momo4j.api", "org.junit.jupiter.api",
            "com.sun.management");

    @ArchTest
    static final ArchRule trackingUsesApiOnly = uses("tracking", "org.momo4j.api", "com.fasterxml.jackson",
            "org.mlflow");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsMlflow = noClasses().that()
            .resideOutsideOfPackage("org.momo4j.tracking.mlflow..").should().dependOnClassesThat()
            .resideInAnyPackage("org.mlflow..");

    @ArchTest
    static final ArchRule nnUsesApiAndEnginesOnly = uses("nn", "org.momo4j.api", "org.deeplearning4j", "org.nd4j",
            "ai.djl");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsDl4j = noClasses().that()
            .resideOutsideOfPackage("org.momo4j.nn.dl4j..").should().dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsDjl = noClasses().that()
            .resideOutsideOfPackage("org.momo4j.nn.djl..").should().dependOnClassesThat()
            .resideInAnyPackage("ai.djl..");

    /** No JMH: what the program measures with must not bring it along. */
    @ArchTest
    static final ArchRule benchUsesApiCoreAndBoundsOnly = uses("bench", "org.momo4j.api", "org.momo4j.core",
            "org.momo4j.bounds", MATH, VECTORS, "com.sun.management");

    @ArchTest
    static final ArchRule labJoinsAll = uses("lab", "org.momo4j.api", "org.momo4j.core", "org.momo4j.bounds",
            "org.momo4j.convex", "org.momo4j.nn", "org.momo4j.tracking", "org.momo4j.bench", "com.google.inject",
            "com.google.common",
            "jakarta.inject",
            "picocli",
            "com.fasterxml.jackson",
            "org.snakeyaml.engine", "org.apache.commons.text", MATH, "me.tongfei.progressbar",
            "org.jfree",
            "org.apache.batik", "org.w3c.dom");

    @ArchTest
    static final ArchRule onlyWiringKnowsGuice = noClasses().that().resideOutsideOfPackage("org.momo4j.lab.wiring..")
            .and().haveSimpleNameNotEndingWith("Module").should().dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "com.google.common..");

    @ArchTest
    static final ArchRule nd4jStaysAtTheEdge = noClasses().that()
            .resideOutsideOfPackages("org.momo4j.api.nd4j..", "org.momo4j.nn.dl4j..", "org.momo4j.nn.samediff..",
                    "org.momo4j.nn.arrays..")
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

    /** A module uses itself, the Java platform, JSpecify's annotations, and what is named: a new module must be let in. */
    private static ArchRule uses(String module, String... allowed) {
        String own = "org.momo4j." + module + "..";
        // "": arrays of primitives live in no package
        Stream<String> always = Stream.of(own, "", "java..", "javax..", "org.jspecify.annotations..");
        String[] packages = Stream.concat(always, Arrays.stream(allowed).map(p -> p + "..")).toArray(String[]::new);
        return classes().that().resideInAPackage(own).should().onlyDependOnClassesThat().resideInAnyPackage(packages)
                .as("momo-" + module + " uses only " + List.of(allowed));
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
