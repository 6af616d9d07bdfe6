package io.weft.cli.load;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names a load in the words in which it was started: an object, and in which legal entity. */
final class Within {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--legal-entity",
      paramLabel = "LE",
      description = "The newest load there: account --legal-entity usmf is account/usmf.")
  @Nullable String legalEntity;

  /** The load meant; throws a usage error for what names none, or names the legal entity twice. */
  LoadName name(String text) {
    if (legalEntity == null) {
      return LoadName.of(text, spec);
    }
    if (text.indexOf('/') >= 0) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + text + "' names a legal entity already: leave out --legal-entity " + legalEntity);
    }
    return LoadName.of(text + "/" + legalEntity, spec);
  }
}
