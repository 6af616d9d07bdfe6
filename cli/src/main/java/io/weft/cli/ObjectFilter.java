package io.weft.cli;

import io.weft.workflows.record.SyncObjectName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which sync object is meant, by its own name. */
public final class ObjectFilter {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--object",
      paramLabel = "OBJECT",
      completionCandidates = Known.class,
      description = "Only this object: ${COMPLETION-CANDIDATES}.")
  @Nullable String object;

  /** All names, for help and completion. */
  static final class Known implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(SyncObjectName.values()).map(SyncObjectName::slug).iterator();
    }
  }

  /** Whether one is named. */
  public boolean isGiven() {
    return object != null;
  }

  /** Whether this object is meant; throws a usage error for a name that is none. */
  public boolean takes(String slug) {
    String only = slug();
    return only == null || only.equals(slug);
  }

  /** The object's name; null if all are meant. Throws a usage error for a name that is none. */
  public @Nullable String slug() {
    if (object == null) {
      return null;
    }
    try {
      return SyncObjectName.of(object).slug();
    } catch (IllegalArgumentException e) {
      String known =
          Arrays.stream(SyncObjectName.values())
              .map(SyncObjectName::slug)
              .collect(Collectors.joining(", "));
      throw new ParameterException(
          spec.commandLine(),
          "--object '" + object + "' is not known: expected one of " + known + ".",
          e);
    }
  }
}
