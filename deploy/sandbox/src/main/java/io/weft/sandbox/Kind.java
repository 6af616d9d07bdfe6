package io.weft.sandbox;

/** What a column holds, and as which Java type a row stores it. */
public enum Kind {
  /** {@link String}. */
  TEXT,
  /** {@link java.util.UUID}. */
  GUID,
  /** {@link Integer}. */
  INTEGER,
  /** {@link Long}. */
  LONG,
  /** {@link java.math.BigDecimal}. */
  DECIMAL,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link java.time.Instant}. */
  INSTANT,
  /** {@link java.time.Instant} at midnight UTC. */
  DATE,
  /** {@link String}: the name of an enum's member; {@link Column#target()} names the enum. */
  ENUM
}
