package io.weft.sandbox.creatio;

import io.weft.sandbox.http.Answer;

/** Ends a request, and undoes its transaction, with an answer in one of Creatio's error shapes. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    super("refused with " + answer.status());
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
