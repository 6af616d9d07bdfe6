package io.weft.cli.parked;

import io.weft.cli.ObjectFilter;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.LegalEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the records that are meant have in common. */
final class ParkedFilter {
  /** As our fingerprints are built; nothing else may get into a query. */
  private static final Pattern FINGERPRINT = Pattern.compile("[a-z0-9-]{1,100}");

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--fingerprint",
      paramLabel = "KIND",
      description = "Only this kind of trouble, as shown by the list.")
  @Nullable String fingerprint;

  @Mixin final ObjectFilter object = new ObjectFilter();

  @Option(
      names = "--legal-entity",
      paramLabel = "LE",
      description = "Only this legal entity, for example usmf.")
  @Nullable String legalEntity;

  @Option(
      names = "--from-temporal",
      description = "Ask Temporal's own list and no worker; it knows less about each record.")
  boolean fromTemporal;

  boolean isGiven() {
    return fingerprint != null || object.isGiven() || legalEntity != null;
  }

  /** The question to a worker; throws a usage error where a value cannot be right. */
  Question.Parked question() {
    return new Question.Parked(null, fingerprint(), object.slug(), legalEntity());
  }

  /** The query to Temporal; throws like {@link #question}. */
  String query() {
    List<String> all = new ArrayList<>();
    all.add("WeftState = 'Parked'");
    all.add("ExecutionStatus = 'Running'"); // a run that was ended from outside keeps its labels
    add(all, "WeftFailure", fingerprint());
    add(all, "WeftSyncObject", object.slug());
    add(all, "WeftLegalEntity", legalEntity());
    return String.join(" AND ", all);
  }

  /** For example {@code fingerprint d365-..., legal entity usmf}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (fingerprint != null) {
      words.add("fingerprint " + fingerprint);
    }
    if (object.isGiven()) {
      words.add("object " + object.slug());
    }
    if (legalEntity != null) {
      words.add("legal entity " + legalEntity);
    }
    return String.join(", ", words);
  }

  private static void add(List<String> all, String label, @Nullable String value) {
    if (value != null) {
      all.add(label + " = '" + value + "'");
    }
  }

  private @Nullable String fingerprint() {
    if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
      throw wrong(
          "--fingerprint '"
              + fingerprint
              + "': copy it from weft parked list; it has small"
              + " letters, digits and dashes.");
    }
    return fingerprint;
  }

  private @Nullable String legalEntity() {
    if (legalEntity == null) {
      return null;
    }
    try {
      return new LegalEntity(legalEntity).id();
    } catch (IllegalArgumentException e) {
      throw wrong(
          "--legal-entity '" + legalEntity + "': one to four letters or digits expected, as usmf.");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
