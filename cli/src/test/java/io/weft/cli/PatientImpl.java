package io.weft.cli;

import io.temporal.workflow.Workflow;

/** Waits, and does nothing about what it is told. */
public final class PatientImpl implements Patient {
  @Override
  public void waitForEver() {
    Workflow.await(() -> false);
  }
}
