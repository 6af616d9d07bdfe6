package io.weft.activities.desk;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs every check and reports every finding at once. A check that fails is a finding itself; what
 * needs a system that does not let us in is named as not looked at. Thread-safe.
 */
public final class Doctor {
  private final List<SignInCheck> signIns;
  private final List<Check> checks;

  /**
   * A doctor.
   *
   * @param checks in the order of the report
   */
  public Doctor(List<SignInCheck> signIns, List<Check> checks) {
    this.signIns = List.copyOf(signIns);
    this.checks = List.copyOf(checks);
  }

  /** A finding with the name of its check. */
  public record Named(String check, Finding finding) {}

  /** Looks at everything. Never throws for what a system or the store does. */
  public List<Named> examine() {
    List<Named> all = new ArrayList<>();
    Set<Side> closed = EnumSet.noneOf(Side.class);
    for (SignInCheck signIn : signIns) {
      List<Finding> findings = findings(signIn);
      findings.forEach(finding -> all.add(new Named(signIn.name(), finding)));
      if (findings.stream().anyMatch(f -> f.level() == Finding.Level.PROBLEM)) {
        closed.add(signIn.side());
      }
    }
    for (Check check : checks) {
      findings(check, closed).forEach(finding -> all.add(new Named(check.name(), finding)));
    }
    return List.copyOf(all);
  }

  private static List<Finding> findings(Check check, Set<Side> closed) {
    Side system = check.system();
    if (system != null && closed.contains(system)) {
      return List.of(
          Finding.warn(
              system.title(),
              "Not looked at, because " + system.title() + " does not let us in.",
              "Mend the sign-in first, then run the doctor again."));
    }
    return findings(check);
  }

  private static List<Finding> findings(Check check) {
    try {
      return check.look();
    } catch (RemoteException e) {
      return List.of(Finding.problem(e.system().title(), words(e), Remedies.of(e)));
    } catch (StoreException e) {
      return List.of(
          Finding.problem("store", words(e), "Check that the database runs and can be reached."));
    } catch (RuntimeException e) {
      // The one place that takes every failure: a report with one check missing is worth more
      // than none, and the missing one is named.
      return List.of(
          Finding.problem(
              check.name(), "The check itself failed: " + words(e), "Report this as a fault."));
    }
  }

  private static String words(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
