package io.weft.activities.rule;

/**
 * Something that must not be sent, told to a person.
 *
 * @param subject what it is about: a dimension, a warehouse, a column
 * @param value the value at fault, "" for none
 * @param what one sentence: what is wrong, with place and value
 * @param remedy one sentence: what the reader can do about it
 */
public record Refused(String subject, String value, String what, String remedy) {
  /** What is wrong and what to do, as one text. */
  public String sentence() {
    return what + " " + remedy;
  }
}
