package io.weft.cli.load;

import io.weft.workflows.load.LoadChoices.Creation;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What nobody can guess: where records may be made, and who wins where both sides differ. */
final class Choices {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--create",
      paramLabel = "WHERE",
      converter = CreateWord.class,
      description =
          "Where records without a partner are created: none, to-d365, to-creatio or both.")
  @Nullable Create create;

  @Option(
      names = "--conflicts",
      paramLabel = "POLICY",
      converter = ConflictsWord.class,
      description =
          "Who wins where both sides differ: creatio-wins, d365-wins, newest-wins or ask.")
  @Nullable Conflicts conflicts;

  /** As the library's own, with the words alone that people type. */
  private abstract static class Word<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] all;

    Word(E[] all) {
      this.all = all;
    }

    @Override
    public E convert(String text) {
      for (E one : all) {
        if (word(one).equalsIgnoreCase(text)) {
          return one;
        }
      }
      String words = Arrays.stream(all).map(Choices::word).collect(Collectors.joining(", "));
      throw new TypeConversionException("expected one of [" + words + "] but was '" + text + "'");
    }
  }

  /** Reads {@code --create}. */
  static final class CreateWord extends Word<Create> {
    CreateWord() {
      super(Create.values());
    }
  }

  /** Reads {@code --conflicts}. */
  static final class ConflictsWord extends Word<Conflicts> {
    ConflictsWord() {
      super(Conflicts.values());
    }
  }

  /** Where records may be made. */
  enum Create {
    NONE(Creation.NONE),
    TO_D365(Creation.TO_D365),
    TO_CREATIO(Creation.TO_CREATIO),
    BOTH(Creation.BOTH);

    private final Creation creation;

    Create(Creation creation) {
      this.creation = creation;
    }
  }

  /** The policies of {@code weft.yaml}. */
  enum Conflicts {
    CREATIO_WINS,
    D365_WINS,
    NEWEST_WINS,
    ASK
  }

  /** Both are given, or neither; throws a usage error otherwise. */
  boolean areGiven() {
    if ((create == null) != (conflicts == null)) {
      throw new ParameterException(
          spec.commandLine(),
          create == null
              ? "--create is missing: say where records without a partner are created, for example"
                  + " --create none."
              : "--conflicts is missing: say who wins where both sides differ, for example"
                  + " --conflicts ask.");
    }
    return create != null;
  }

  /** Where records may be made, if it was said. */
  @Nullable Creation creation() {
    return create == null ? null : create.creation;
  }

  /** Who wins, if it was said, by the word of the settings. */
  @Nullable String policy() {
    return conflicts == null ? null : word(conflicts);
  }

  /** As it is typed. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
