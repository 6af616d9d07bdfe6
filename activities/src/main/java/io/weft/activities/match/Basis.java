package io.weft.activities.match;

/** What a verdict rests on, the strongest first. */
public enum Basis {
  /** The customer number that the other side has noted. */
  CUSTOMER_NUMBER,
  /** The tax number. */
  TAX_NUMBER,
  /** Name, address, e-mail, phone. */
  LIKENESS
}
