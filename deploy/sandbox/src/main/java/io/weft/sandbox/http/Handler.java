package io.weft.sandbox.http;

/** Answers a call. */
@FunctionalInterface
public interface Handler {
  /** Returns the answer; an exception becomes a plain 500. */
  Answer handle(Call call);
}
