package io.weft.activities.mapping;

/**
 * Through which of an account's pairs a field is kept in step. Name, phone, e-mail and address
 * belong to the party that all its customers share; were every pair to write them, the legal
 * entities would overwrite one another.
 */
public enum Span {
  /** Through the leading legal entity only. */
  LEADING,
  /** Through every pair. */
  EVERY
}
