package io.weft.activities.http;

/** What a success must look like to be believed. */
public enum Expect {
  /** A JSON object with {@code @odata.context}. */
  ODATA,
  /** Any JSON object. */
  JSON,
  /** An XML document. */
  XML,
  /** Several answers in one, {@code multipart/mixed}. */
  PARTS,
  /** Nothing, or anything but a web page. */
  NOTHING
}
