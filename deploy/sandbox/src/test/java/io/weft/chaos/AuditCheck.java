package io.weft.chaos;

import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * G6: our writes in the journal and the audit's rows, one to one. The rows of an account's
 * communications belong to the account's write, so they may share its audit row.
 */
final class AuditCheck {
  private static final Set<String> SURE = Set.of("APPLIED", "PRESUMED");
  private static final Set<String> OPEN = Set.of("UNKNOWN", "WITHOUT_EFFECT");
  private static final Set<String> SENT =
      Set.of("TO_D365", "TO_CREATIO", "CREATIO_WON", "D365_WON", "AMENDED", "AWAITING_APPROVAL");

  /** What is written of a new record comes from the group or the party as well. */
  private static final Set<String> COMPARED_ON_UPDATE =
      Set.of(
          "UsrD365CustomerAccount",
          "UsrD365DataAreaId",
          "UsrCreditHold",
          "PaymentTerms",
          "CustomerGroupId",
          "SalesTaxGroup",
          "AddressStreet",
          "AddressCity");

  private final Evidence evidence;
  private final Verdict verdict;

  AuditCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.verdict = verdict;
  }

  private record Target(Place system, String key) {}

  void run() {
    Map<Target, List<Write>> writes = new LinkedHashMap<>();
    for (Write write : evidence.journal()) {
      if (write.isOurs()) {
        writes.computeIfAbsent(target(write), t -> new ArrayList<>()).add(write);
      }
    }
    Map<Target, List<Entry>> entries = new LinkedHashMap<>();
    for (Entry entry : evidence.audit()) {
      Place system = entry.system();
      if (system != null && (SURE.contains(outcome(entry)) || OPEN.contains(outcome(entry)))) {
        Target target = new Target(system, entry.key());
        entries.computeIfAbsent(target, t -> new ArrayList<>()).add(entry);
      }
    }
    Set<Target> targets = new HashSet<>(writes.keySet());
    targets.addAll(entries.keySet());
    for (Target target : targets) {
      compare(
          target, writes.getOrDefault(target, List.of()), entries.getOrDefault(target, List.of()));
    }
  }

  private void compare(Target target, List<Write> writes, List<Entry> entries) {
    List<Write> main = writes.stream().filter(w -> !isChild(w) && !compared(w).isEmpty()).toList();
    List<Write> children = writes.stream().filter(AuditCheck::isChild).toList();
    List<Entry> sure = entries.stream().filter(entry -> SURE.contains(outcome(entry))).toList();
    Set<Entry> explained = new HashSet<>(match(main, sure, entries));
    List<Entry> others = sure.stream().filter(entry -> !explained.contains(entry)).toList();
    explained.addAll(match(children, others, entries));
    boolean bare = writes.stream().anyMatch(w -> compared(w).isEmpty());
    for (Entry entry : entries) {
      if (SURE.contains(outcome(entry)) && !explained.contains(entry) && !bare) {
        unaudited(
            String.format(
                "audit row %d of %s tells a write that never was: %s, beside the writes %s",
                entry.id(), target, entry, writes));
      }
    }
  }

  /**
   * Gives each write an audit row of its own, changing earlier choices where that helps: of the
   * first choice if there is one. So a row that is sure explains a write before one whose outcome
   * nobody knows, and a communication that was cut off when its account was made has its own.
   */
  private Set<Entry> match(List<Write> writes, List<Entry> firstChoice, List<Entry> secondChoice) {
    Map<Entry, Write> taken = new LinkedHashMap<>();
    List<Write> left = new ArrayList<>();
    for (Write write : writes) {
      if (!place(write, firstChoice, taken, new HashSet<>())) {
        left.add(write);
      }
    }
    for (Write write : left) {
      if (!place(write, secondChoice, taken, new HashSet<>())) {
        unaudited("write without an audit row: " + write);
      }
    }
    return taken.keySet();
  }

  private static boolean place(
      Write write, List<Entry> entries, Map<Entry, Write> taken, Set<Entry> tried) {
    for (Entry entry : entries) {
      if (explains(entry, write) && tried.add(entry)) {
        Write other = taken.get(entry);
        if (other == null || place(other, entries, taken, tried)) {
          taken.put(entry, write);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean explains(Entry entry, Write write) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Decision decision : entry.decisions()) {
      if (SENT.contains(decision.verdict())) {
        told.put(decision.field(), decision.after());
      }
    }
    return compared(write).entrySet().stream()
        .allMatch(field -> field.getValue().equals(told.get(field.getKey())));
  }

  private static Map<String, String> compared(Write write) {
    Map<String, String> compared = new LinkedHashMap<>();
    write
        .after()
        .forEach(
            (name, value) -> {
              boolean shared = Field.of(write.system(), name).isPresent() && !value.isEmpty();
              if (shared || (!write.creates() && COMPARED_ON_UPDATE.contains(name))) {
                compared.put(name, value);
              }
            });
    return compared;
  }

  private static boolean isChild(Write write) {
    return write.set().equals("AccountCommunication");
  }

  private static Target target(Write write) {
    return new Target(write.system(), write.key());
  }

  private static String outcome(Entry entry) {
    return entry.outcome() == null ? "" : entry.outcome();
  }

  private void unaudited(String what) {
    verdict.add(Kind.UNAUDITED, what);
  }
}
