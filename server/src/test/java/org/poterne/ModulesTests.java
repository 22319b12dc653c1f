package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.poterne.argon2.Argon2;
import org.springframework.modulith.core.ApplicationModules;

/** The house's arrows go down only, and each room keeps to itself what nobody else needs. */
class ModulesTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.poterne");

    @Test
    void everyModuleKeepsToItsAllowedDependencies() {
        ApplicationModules.of(Poterne.class).verify();
    }

    @Test
    void aModuleIsOneFlatPackage() {
        assertThat(HOUSE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.startsWith("org.poterne.jte"))
                        .filter(name ->
                                name.chars().filter(letter -> letter == '.').count() > 2))
                .isEmpty();
    }

    @Test
    void argon2RunsNowhereButInItsOneClass() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.poterne.argon2")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.bouncycastle\\..*Argon2.*")
                .check(HOUSE);
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.poterne.argon2")
                .and()
                .doNotHaveSimpleName("Argon2id")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("hash"))
                        .and(JavaCall.Predicates.target(
                                HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Argon2.class)))))
                .check(HOUSE);
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("Hashing")
                .and()
                .doNotHaveSimpleName("Argon2id")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Argon2id")
                .check(HOUSE);
    }

    @Test
    void timeIsAskedOfTheClockAlone() {
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void noNameHidesWhatAClassDoes() {
        assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> name.matches(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO)"));
    }
}
