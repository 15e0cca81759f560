package org.xinju.registry.world;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentOnlyTest {

    @Test
    void nothing_that_makes_people_up_runs_outside_the_development_profile() {
        var components = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.xinju.registry.world").stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class)).toList();
        assertThat(components).hasSizeGreaterThan(4)
                .allMatch(type -> type.isAnnotatedWith(Profile.class) && type.getAnnotationOfType(Profile.class).value()[0].equals("development"));
    }
}
