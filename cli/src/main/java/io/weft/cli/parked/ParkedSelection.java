package io.weft.cli.parked;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which records are meant: some by name, or all that have something in common. */
final class ParkedSelection {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Parameters(
      paramLabel = "RECORD",
      arity = "0..*",
      description = "Workflow ids, or the keys of records, as shown by the list.")
  List<String> names = new ArrayList<>();

  @Mixin final ParkedFilter filter = new ParkedFilter();

  /** Whether the records are chosen by what they have in common. */
  boolean isBulk() {
    return names.isEmpty();
  }

  /** Throws a usage error unless there are either names or filters. */
  void check() {
    if (names.isEmpty() && !filter.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "Which records? Name them, or choose all alike by --fingerprint, --object or"
              + " --legal-entity; weft parked list shows both.");
    }
    if (!names.isEmpty() && filter.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "Either name records or choose them by "
              + filter.words()
              + ", not both: it is not clear which are meant.");
    }
    filter.question(); // a wrong value is told before anything is asked
  }

  /** Throws a usage error unless one record is named. */
  void checkOne(String why) {
    if (names.size() != 1 || filter.isGiven()) {
      throw new ParameterException(spec.commandLine(), "Name one record: " + why + ".");
    }
  }
}
