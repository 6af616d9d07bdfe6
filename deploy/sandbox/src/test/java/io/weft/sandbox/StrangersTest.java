package io.weft.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The sandbox stands for other people's systems, so it may not know ours. */
final class StrangersTest {
  @Test
  void knowsNothingOfTheProduct() {
    noClasses()
        .that()
        .resideInAPackage("io.weft.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.weft.workflows..",
            "io.weft.activities..",
            "io.weft.worker..",
            "io.weft.cli..",
            "io.weft.demo..",
            "io.weft.bench..",
            "io.weft.stage..",
            "io.temporal..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.weft.sandbox"));
  }
}
