package io.weft.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Two tenants over one world; what they share knows neither. */
final class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weft.sandbox", "io.weft.stage", "io.weft.demo", "io.weft.bench");

  @Test
  void theTenantsAreStrangers() {
    slices()
        .matching("io.weft.sandbox.(creatio|d365)..")
        .should()
        .notDependOnEachOther()
        .check(ALL);
  }

  @Test
  void whatTheyShareKnowsNeither() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.weft.sandbox.odata..",
            "io.weft.sandbox.http..",
            "io.weft.sandbox.seed..",
            "io.weft.sandbox.control..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.sandbox.creatio..", "io.weft.sandbox.d365..")
        .check(ALL);
  }

  @Test
  void theRulesOfTheErpKnowNoWire() {
    noClasses()
        .that()
        .resideInAnyPackage("io.weft.sandbox.d365.erp..", "io.weft.sandbox.d365.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.sandbox.http..", "io.weft.sandbox.d365.data..", "io.javalin..")
        .check(ALL);
  }

  @Test
  void theStageKnowsNoPlayAndTheBenchmarksNoDemo() {
    noClasses()
        .that()
        .resideInAPackage("io.weft.stage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.demo..", "io.weft.bench..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("io.weft.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.weft.demo..")
        .check(ALL);
  }
}
