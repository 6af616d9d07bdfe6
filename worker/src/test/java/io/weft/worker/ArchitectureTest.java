package io.weft.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The worker builds and starts; it decides nothing about records. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weft");

  @Test
  void theGatewayDoesNotKnowWhoBuiltIt() {
    noClasses()
        .that()
        .resideInAPackage("io.weft.worker.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.weft.worker")
        .check(ALL);
  }

  /** A webhook is stored and answered; what it leads to is not the gateway's business. */
  @Test
  void theGatewayReadsAndWritesNoRecord() {
    noClasses()
        .that()
        .resideInAPackage("io.weft.worker.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.weft.activities.pass..",
            "io.weft.activities.merge..",
            "io.weft.activities.creatio..",
            "io.weft.activities.d365..",
            "io.weft.activities.store.sql..",
            "io.weft.workflows.account..",
            "java.sql..",
            "okhttp3..")
        .check(ALL);
  }

  @Test
  void noSqlAndNoRemoteCallIsWrittenHere() {
    noClasses()
        .that()
        .resideInAPackage("io.weft.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..", "okhttp3..", "java.net.http..")
        .check(ALL);
  }

  @Test
  void theWorkerIsKnownToNobodyAndKnowsNoCommandLineOrSandbox() {
    noClasses()
        .that()
        .resideInAnyPackage("io.weft.workflows..", "io.weft.activities..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.weft.worker..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("io.weft.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.cli..", "io.weft.sandbox..")
        .check(ALL);
  }
}
