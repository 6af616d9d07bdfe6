package io.weft.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weft.cli");

  /** Temporal's address is all that the command line knows; but for settings checked offline. */
  @Test
  void nothingKnowsTheOutside() {
    noClasses()
        .that()
        .haveNameNotMatching("io\\.weft\\.cli\\.(MapCheckCommand.*|match\\..*|sample\\..*)")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.activities..", "io.weft.worker..", "java.sql..", "okhttp3..")
        .check(ALL);
  }

  /** What works offline reads files: it knows no system and no store. */
  @Test
  void theOfflineCommandReadsFilesOnly() {
    noClasses()
        .that()
        .haveNameMatching("io\\.weft\\.cli\\.MapCheckCommand.*")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.weft.activities..")
                .and(
                    resideOutsideOfPackages(
                        "io.weft.activities.settings",
                        "io.weft.activities.secret",
                        "io.weft.activities.yaml")))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.worker..", "java.net..", "java.sql..", "okhttp3..")
        .check(ALL);
  }

  /** Measuring what is the same company takes the engine that decides it, and files. */
  @Test
  void matchingIsMeasuredOffline() {
    noClasses()
        .that()
        .resideInAnyPackage("io.weft.cli.match", "io.weft.cli.sample")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.weft.activities..")
                .and(resideOutsideOfPackages("io.weft.activities.match")))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.worker..", "java.net..", "java.sql..", "okhttp3..")
        .check(ALL);
  }

  @Test
  void theVerbsOfOneGroupDoNotKnowTheOther() {
    slices()
        .matching("io.weft.cli.(parked|poller|load|match)..")
        .should()
        .notDependOnEachOther()
        .check(ALL);
  }

  /** A command only tells; the loops that act upon it are not its business. */
  @Test
  void noWorkflowImplementationIsUsed() {
    noClasses().should().dependOnClassesThat().haveNameMatching(".*(Impl|Activities)").check(ALL);
  }
}
