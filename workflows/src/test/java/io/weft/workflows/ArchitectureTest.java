package io.weft.workflows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and what workflow code must not do. */
class ArchitectureTest {
  private static final String ROOT = "io.weft.workflows.";
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weft.workflows");

  @Test
  void packagesUseOnlyWhatIsToTheirRight() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("desk")
        .definedBy(ROOT + "desk")
        .layer("client")
        .definedBy(ROOT + "client")
        .layer("features")
        .definedBy(
            ROOT + "account",
            ROOT + "contact",
            ROOT + "order",
            ROOT + "introduction",
            ROOT + "load",
            ROOT + "poll")
        .layer("sync")
        .definedBy(ROOT + "sync")
        .layer("pass")
        .definedBy(ROOT + "pass")
        .layer("failure")
        .definedBy(ROOT + "failure")
        .layer("record")
        .definedBy(ROOT + "record")
        .whereLayer("desk")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("client")
        .mayOnlyBeAccessedByLayers("desk")
        .whereLayer("features")
        .mayOnlyBeAccessedByLayers("desk", "client")
        .whereLayer("sync")
        .mayOnlyBeAccessedByLayers("desk", "client", "features")
        .whereLayer("pass")
        .mayOnlyBeAccessedByLayers("desk", "client", "features", "sync")
        .whereLayer("failure")
        .mayOnlyBeAccessedByLayers("desk", "client", "features", "sync", "pass")
        .check(ALL);
  }

  @Test
  void featuresAreStrangers() {
    slices()
        .matching("io.weft.workflows.(account|contact|order|introduction|load|poll)..")
        .should()
        .notDependOnEachOther()
        .check(ALL);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("io.weft.workflows.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void onlyTemporalJacksonAndLoggingAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                "io.weft.workflows..",
                "java..",
                "io.temporal..",
                "io.grpc..",
                "com.fasterxml.jackson..",
                "org.slf4j..",
                "org.jspecify..",
                // in signatures of the Temporal client only
                "com.uber.m3.tally..",
                "com.google.protobuf.."))
        .check(ALL);
  }

  @Test
  void noInputOrOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "client")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql..")
                .and(DescribedPredicate.not(nameMatching("java.io.Serializable"))))
        .check(ALL);
  }

  @Test
  void nothingThatRunsInAWorkflowLooksAtTheClockOrThrowsDice() {
    noClasses()
        .that(runInWorkflows())
        .should()
        .accessTargetWhere(
            calls("java.lang.System", "currentTimeMillis|nanoTime|getenv|getProperty")
                .or(calls("java.time.(Instant|LocalDate|LocalDateTime|ZonedDateTime)", "now"))
                .or(calls("java.time.Clock", ".*"))
                .or(calls("java.util.UUID", "randomUUID"))
                .or(calls("java.lang.Math", "random"))
                .or(calls("java.lang.Thread", ".*")))
        .check(ALL);
  }

  @Test
  void nothingThatRunsInAWorkflowUsesThreadsOrUnorderedCollections() {
    noClasses()
        .that(runInWorkflows())
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.concurrent..")
                .or(nameMatching("java\\.util\\.(Random|HashMap|HashSet|Hashtable|Timer)"))
                .or(nameMatching("java\\.security\\.SecureRandom")))
        .check(ALL);
    noClasses()
        .that(runInWorkflows())
        .should()
        .accessTargetWhere(calls("java.util.Set", "of|copyOf"))
        .check(ALL);
    noClasses()
        .that(runInWorkflows())
        .and()
        .doNotHaveSimpleName("NextRun") // one entry has only one order
        .should()
        .accessTargetWhere(calls("java.util.Map", "of|ofEntries|copyOf"))
        .check(ALL);
  }

  @Test
  void implementationsAreFinalAndNamedAfterTheirInterface() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Impl")
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(ALL);
  }

  /** Everything but what runs in clients. */
  private static DescribedPredicate<JavaClass> runInWorkflows() {
    return resideOutsideOfPackages(ROOT + "client", ROOT + "desk")
        .or(nameMatching(".*\\.desk\\.(EnquiryImpl|Question.*|Answer.*)"));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String methods) {
    return DescribedPredicate.describe(
        owner + "." + methods,
        access ->
            access.getTargetOwner().getName().matches(owner)
                && access.getTarget().getName().matches(methods));
  }
}
