package io.weft.activities.pass;

import io.weft.workflows.failure.Problem;

/** Two records answer to one reference of ours: only a person can tell which one stays. */
final class DoubledRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  DoubledRecord(Problem problem) {
    super(problem.what(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
