package org.xinju.testing;

import java.util.List;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What holds for the structure of every service; each service checks its own classes. A class is either made by the container, and may then
 * speak to store, broker and HTTP, or it decides and knows neither them nor the time of day.
 */
public final class StructureRules {

    private static final String[] FRAMEWORK = {"org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "io.cloudevents..",
        "jakarta.."};
    /** Mapping annotations (com.fasterxml.jackson.annotation) are none of it: what is stored names its fields itself. */
    private static final String JSON = "tools.jackson..";
    private static final String[] STORE = {"com.mongodb..", "org.bson..", "org.springframework.data..", "org.apache.kafka.."};
    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";
    private static final Set<String> CHANCE = Set.of("randomUUID", "currentTimeMillis", "nanoTime", "random");

    private StructureRules() {}

    /**
     * Fails with every class that breaks a rule.
     *
     * @param root package of the service; its sub-packages are the features
     * @param libraries features that decide and nothing else: no container, and no JSON, anywhere in them
     */
    public static void check(String root, String... libraries) {
        var service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root);
        features(root).forEach(rule -> rule.check(service));
        decisions().forEach(rule -> rule.check(service));
        adapters().forEach(rule -> rule.check(service));
        for (var library : libraries) {
            library(root + "." + library + "..").check(service);
        }
    }

    private static List<ArchRule> features(String root) {
        var own = new String[] {root + "..", "org.xinju.events..", "org.xinju.web..", "org.xinju.privacy..", "org.xinju.calendar.."};
        return List.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles().because("a feature is read without the others"),
                noClasses().should().dependOnClassesThat(resideInAnyPackage("org.xinju..").and(resideOutsideOfPackages(own)))
                        .because("a service knows of others only their events"));
    }

    private static List<ArchRule> decisions() {
        var decisions = describe("decide", (JavaClass type) -> !isMadeByTheContainer(type));
        var values = describe("are states, events or other values", (JavaClass type) -> !isMadeByTheContainer(type) && isValue(type));
        return List.of(
                noClasses().that(decisions).should().dependOnClassesThat().resideInAnyPackage(FRAMEWORK).because("decisions are pure"),
                noClasses().that(values).should().dependOnClassesThat().resideInAPackage(JSON).because("a value does not know how it is written"),
                noClasses().that(decisions).should().callMethodWhere(describe("is a look at the clock or a throw of dice", StructureRules::isChance))
                        .because("the same question has the same answer; time and ids are given"));
    }

    private static List<ArchRule> adapters() {
        return List.of(
                noClasses().that().haveSimpleNameEndingWith("Controller").should().dependOnClassesThat().resideInAnyPackage(STORE)
                        .because("HTTP goes in and out there, nothing else"),
                noClasses().should().callMethodWhere(describe("asks the machine for the day", StructureRules::isTodayOfTheMachine))
                        .because("legal days come from the injected clock"),
                NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("what a class needs stands in its constructor"),
                NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                fields().that().areDeclaredInClassesThat().areNotEnums().should().notBePublic().orShould().beFinal()
                        .because("nothing that changes is open to all"),
                constructors().that().areDeclaredInClassesThat().areMetaAnnotatedWith(COMPONENT).and().areDeclaredInClassesThat()
                        .areNotAnnotatedWith(APPLICATION).should().notBePublic().because("the container makes components, nobody else"));
    }

    private static ArchRule library(String packages) {
        return classes().that().resideInAPackage(packages).should().onlyDependOnClassesThat(resideOutsideOfPackages(FRAMEWORK))
                .andShould().onlyDependOnClassesThat(resideOutsideOfPackages(JSON)).because("this is a library of decisions");
    }

    /** Also what a component nests: the records that a controller takes and gives are part of that adapter. */
    private static boolean isMadeByTheContainer(JavaClass type) {
        return type.isMetaAnnotatedWith(COMPONENT) || type.getEnclosingClass().map(StructureRules::isMadeByTheContainer).orElse(false);
    }

    private static boolean isValue(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isInterface();
    }

    private static boolean isChance(JavaMethodCall call) {
        return CHANCE.contains(call.getName()) || isNowOfTheMachine(call);
    }

    private static boolean isTodayOfTheMachine(JavaMethodCall call) {
        return isNowOfTheMachine(call) && !call.getTargetOwner().isEquivalentTo(java.time.Instant.class);
    }

    private static boolean isNowOfTheMachine(JavaMethodCall call) {
        return call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(given -> given.isEquivalentTo(java.time.Clock.class));
    }
}
