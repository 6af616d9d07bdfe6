package io.weft.activities.value;

/** The canonical types that a mapping may name. */
public enum Type {
  STRING,
  /** Text compared without case in its domain part; never a person's name. */
  EMAIL,
  DECIMAL,
  BOOLEAN,
  DATE,
  INSTANT,
  CODE,
  REFERENCE
}
