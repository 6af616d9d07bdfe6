package io.weft.activities;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: left may use right, never back, and no one beside it. */
class ArchitectureTest {
  private static final String ROOT = "io.weft.activities";

  /** Packages of one line are strangers to each other; each may use those of the lines below. */
  private static final List<List<String>> ARROWS =
      List.of(
          List.of("desk", "store.sql", "account", "contact", "order"),
          List.of("load"),
          List.of("introduction", "poll", "parked"),
          List.of("pass", "settings"),
          List.of("hint"),
          List.of("object"),
          List.of("store", "lookup"),
          List.of("creatio", "d365"),
          List.of("http"),
          List.of("governor"),
          List.of("match", "rule", "merge"),
          List.of("mapping"),
          List.of("failure"),
          List.of("value", "yaml", "secret", "window"));

  /** The engine: records in, decisions out. */
  private static final String[] PURE =
      packages("match", "rule", "merge", "mapping", "value", "yaml", "secret", "failure", "window");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyPackageHasItsPlace() {
    Set<String> planned =
        ARROWS.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        ALL.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.length() > ROOT.length())
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).isEqualTo(planned);
  }

  @Test
  void packagesUseOnlyWhatIsToTheirRight() {
    List<String> leftOrBeside = new ArrayList<>();
    for (List<String> line : ARROWS) {
      for (String name : line) {
        List<String> closed = new ArrayList<>(leftOrBeside);
        line.stream().filter(other -> !other.equals(name)).forEach(closed::add);
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + name)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(closed.toArray(String[]::new)))
            .allowEmptyShould(true)
            .check(ALL);
      }
      leftOrBeside.addAll(line);
    }
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theEngineTouchesNothingOutside() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .and(not("secret.Secrets")) // reads the folder of mounted secrets
        .and(not("yaml.YamlText")) // reads text that it was given
        .and(not("mapping.Mappings")) // reads what ships inside the jar
        .and(not("match.WordList")) // likewise
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio..",
                    "java.sql..",
                    "okhttp3..",
                    "org.jdbi..",
                    "io.weft.workflows.client..")
                .and(DescribedPredicate.not(nameMatching("java\\.io\\.Serializable")))
                .and(DescribedPredicate.not(nameMatching("java\\.nio\\.charset\\..*"))))
        .check(ALL);
  }

  @Test
  void theEngineHasNoClockAndThrowsNoDice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages("match", "rule", "merge", "mapping", "value", "yaml", "window"))
        .should()
        .accessTargetWhere(readsTheWorld())
        .orShould()
        .dependOnClassesThat(nameMatching("java\\.(time\\.Clock|util\\.(Random|concurrent\\..*))"))
        .check(ALL);
  }

  @Test
  void timeComesFromAClock() {
    noClasses()
        .that(not("governor.AdaptiveGovernor").and(not("http.JsonHttp"))) // measure a span by nanos
        .should()
        .accessTargetWhere(readsTheWorld())
        .check(ALL);
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store.sql")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
        .check(ALL);
  }

  @Test
  void onlyClientsSpeakHttp() {
    noClasses()
        .that(resideOutsideOfPackages(packages("http", "creatio", "d365")))
        .and(not("desk.ServerClock")) // asks a system for nothing but the date of its answer
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "java.net.http..")
        .check(ALL);
  }

  /** Whoever does the work could do it without Temporal; activities are thin around them. */
  @Test
  void temporalStaysAtTheEdge() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("ActivitiesImpl")
        .and(not("failure.FailureInterceptor")) // the one translation of failures
        .and(not("failure.Trial")) // which attempt this is
        .and(not("desk.SearchAttributesCheck")) // looks at Temporal itself
        .and(not("failure.Trial")) // when the activity was tried first, and its pauses
        .and(not("http.AttemptDeadline")) // the deadline of the activity's attempt
        .and(not("pass.Attempts")) // the identity and heartbeat of the attempt
        .and(not("poll.Follower")) // a round tells Temporal that it is alive
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.temporal..")
        .check(ALL);
  }

  @Test
  void activitiesAreFinal() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Impl")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(ALL);
  }

  @Test
  void nobodyKnowsWorkerOrCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.weft.worker..", "io.weft.cli..", "io.weft.sandbox..")
        .check(ALL);
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
    return calls("java.lang.System", "currentTimeMillis|nanoTime|getenv|getProperty")
        .or(calls("java.time.(Instant|LocalDate|LocalDateTime|ZonedDateTime)", "now"))
        .or(calls("java.lang.Math", "random"))
        .or(calls("java.lang.Thread", "sleep"));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String methods) {
    return DescribedPredicate.describe(
        owner + "." + methods,
        access ->
            access.getTargetOwner().getName().matches(owner)
                && access.getTarget().getName().matches(methods)
                && noArguments(access));
  }

  /** {@code Instant.now(clock)} is wanted; {@code Instant.now()} is not. */
  private static boolean noArguments(JavaAccess<?> access) {
    return !access.getTarget().getName().equals("now")
        || access.getTarget().getFullName().endsWith("()");
  }

  private static DescribedPredicate<JavaClass> not(String name) {
    return DescribedPredicate.not(nameMatching("io\\.weft\\.activities\\." + name + "(\\$.*)?"))
        .forSubtype();
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> ROOT + "." + name).toArray(String[]::new);
  }
}
