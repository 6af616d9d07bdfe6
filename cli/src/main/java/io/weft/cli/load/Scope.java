package io.weft.cli.load;

import io.weft.cli.SyncKind;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Of which object, in which legal entity. */
final class Scope {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OBJECT",
      completionCandidates = SyncKind.Known.class,
      description = {
        "account, with its customers, or contact.",
        "Contacts are loaded after their accounts, legal entity by legal entity."
      })
  String word = "";

  @Option(
      names = "--legal-entity",
      paramLabel = "LE",
      required = true,
      description = "In which legal entity, for example usmf.")
  String legalEntity = "";

  /** Throws a usage error for a word that is no object. */
  SyncObjectName object() {
    try {
      return SyncKind.of(word).object();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Throws a usage error for what cannot be one. */
  LegalEntity legalEntity() {
    try {
      return new LegalEntity(legalEntity);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--legal-entity '" + legalEntity + "': one to four letters or digits expected, as usmf.",
          e);
    }
  }

  /** For example {@code account-customer in usmf}. */
  String words() {
    return object() + " in " + legalEntity();
  }

  /** The load or plan of this number. */
  LoadId number(int number) {
    return new LoadId(object(), legalEntity(), number);
  }

  /** As people write it: without the word that every load begins with. */
  static String shortName(LoadId load) {
    return load.path().substring("load/".length());
  }

  /** The legal entity of a word, or a null if it is none. */
  static @Nullable LegalEntity legalEntityOf(String word) {
    try {
      return new LegalEntity(word);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
