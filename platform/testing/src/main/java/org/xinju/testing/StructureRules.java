package org.xinju.testing;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What holds for the structure of every service; each service checks its own classes. */
public final class StructureRules {

    /** Mapping annotations on stored records are none of it. */
    private static final String[] FRAMEWORK = {"org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "io.cloudevents..",
        "jakarta..", "tools.jackson.."};

    private StructureRules() {}

    /**
     * Fails with every class that breaks a rule.
     *
     * @param root package of the service; its sub-packages are the features
     * @param pure features that are libraries of decisions as a whole: no framework anywhere in them
     */
    public static void check(String root, String... pure) {
        var service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root);
        rules(root).forEach(rule -> rule.check(service));
        for (var feature : pure) {
            free(root + "." + feature + "..", service);
        }
    }

    private static List<ArchRule> rules(String root) {
        var own = new String[] {root + "..", "org.xinju.events..", "org.xinju.web..", "org.xinju.privacy.."};
        return List.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles().because("a feature is read without the others"),
                noClasses().should().dependOnClassesThat(resideInAnyPackage("org.xinju..").and(resideOutsideOfPackages(own)))
                        .because("a service knows of others only their events"),
                classes().that(describe("are states, events or other values", StructureRules::isValue)).should()
                        .onlyDependOnClassesThat(resideOutsideOfPackages(FRAMEWORK)).because("decisions are pure"),
                noClasses().that().haveSimpleNameEndingWith("Controller").should()
                        .dependOnClassesThat().resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..", "org.apache.kafka..")
                        .because("HTTP goes in and out there, nothing else"),
                noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .because("what a class needs stands in its constructor"),
                fields().that().areDeclaredInClassesThat().areNotEnums().should().notBePublic().orShould().beFinal()
                        .because("nothing that changes is open to all"),
                constructors().that().areDeclaredInClassesThat().areAnnotatedWith("org.springframework.stereotype.Component").should().notBePublic()
                        .because("the container makes components, nobody else").allowEmptyShould(true));
    }

    private static boolean isValue(JavaClass type) {
        return (type.isRecord() || type.isEnum()) && !type.getEnclosingClass().map(StructureRules::isAdapter).orElse(false);
    }

    /** What a controller, a configuration or a door to the store nests is part of that adapter. */
    private static boolean isAdapter(JavaClass type) {
        return !type.isRecord() && !type.isInterface() && !type.isEnum();
    }

    private static void free(String packages, JavaClasses service) {
        noClasses().that().resideInAPackage(packages).should().dependOnClassesThat().resideInAnyPackage(FRAMEWORK)
                .because("this is a library of decisions").check(service);
    }
}
