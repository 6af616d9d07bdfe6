package io.weft.activities.mapping;

import io.weft.activities.value.Value;

/** What became of a value on its way to the other side. */
public sealed interface Translated {
  /** The value in the target's form. */
  record Done(Value value) implements Translated {}

  /**
   * No value that may be sent.
   *
   * @param why the kind of trouble
   * @param value the value at fault, as text
   * @param what what is wrong with it, going on from the value
   * @param remedy what the reader can do, as a call
   */
  record Refused(Why why, String value, String what, String remedy) implements Translated {}

  /** The kinds of trouble; the names are stable, operators search for them. */
  enum Why {
    UNKNOWN_CODE("UnknownCode"),
    AMBIGUOUS("AmbiguousCode"),
    TOO_LONG("TooLong"),
    CONTROL_CHARACTER("ControlCharacter"),
    WRONG_FORM("WrongForm"),
    MISSING("RequiredMissing"),
    FORMULA("FormulaFailed");

    private final String failure;

    Why(String failure) {
      this.failure = failure;
    }

    /** The stable name that a {@link io.weft.workflows.failure.Problem} carries. */
    public String failure() {
      return failure;
    }
  }
}
