package io.weft.chaos;

/**
 * Holds a run's evidence against the guarantees. Knows nothing of the engine but its tables' names:
 * what is true is read from the sandbox's journal and rows.
 */
final class Checker {
  private Checker() {}

  static Verdict check(Evidence evidence) {
    Verdict verdict = new Verdict(evidence.parked().size());
    new LedgerCheck(evidence, verdict).run();
    new WaitingCheck(evidence, verdict).run();
    new TwinCheck(evidence, verdict).run();
    new LineCheck(evidence, verdict).run();
    new EditCheck(evidence, verdict).run();
    new LastWordCheck(evidence, verdict).run();
    new AgreementCheck(evidence, verdict).run();
    new StatusCheck(evidence, verdict).run();
    new DimensionCheck(evidence, verdict).run();
    new AuditCheck(evidence, verdict).run();
    return verdict;
  }
}
