package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
          "AddressCity",
          "UsrD365ContactId",
          "UsrD365SalesOrderNumber",
          "UsrD365ConfirmationNumber",
          "DeliveryStatusId",
          "UsrD365LotId",
          "UsrD365SyncStatus",
          "UsrD365SyncMessage");

  /** Told again after an answer that was lost, though it may be there: that is no write then. */
  private static final Set<String> STATE = Set.of("UsrD365SyncStatus", "UsrD365SyncMessage");

  private final Evidence evidence;
  private final LineNames lines;
  private final Verdict verdict;

  AuditCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.lines = new LineNames(evidence);
    this.verdict = verdict;
  }

  private record Target(Place system, Thing thing, String key) {}

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
        entries.computeIfAbsent(target(system, entry), t -> new ArrayList<>()).add(entry);
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
      if (SURE.contains(outcome(entry)) && !explained.contains(entry) && !bare && !isState(entry)) {
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
        .allMatch(field -> field.getValue().equals(told(told, field.getKey())));
  }

  /** Look-ups are columns with Id at the end for Creatio, and without for the mapping. */
  private static @Nullable String told(Map<String, String> told, String column) {
    boolean lookUp = column.equals("DeliveryStatusId");
    return told.get(lookUp ? column.substring(0, column.length() - 2) : column);
  }

  private static boolean isState(Entry entry) {
    return entry.decisions().stream().allMatch(decision -> STATE.contains(decision.field()));
  }

  private static Map<String, String> compared(Write write) {
    if (write.act() == Act.DELETE) {
      return Map.of(write.thing().number(), "");
    }
    Map<String, String> compared = new LinkedHashMap<>();
    write
        .after()
        .forEach(
            (name, value) -> {
              boolean shared =
                  Field.of(write.thing(), write.system(), name).filter(Field::isDecided).isPresent()
                      && !value.isEmpty();
              boolean update = write.act() == Act.UPDATE;
              if (shared || (update && COMPARED_ON_UPDATE.contains(name))) {
                compared.put(name, value);
              }
            });
    return compared;
  }

  private static boolean isChild(Write write) {
    return write.set().equals("AccountCommunication");
  }

  private Target target(Write write) {
    boolean line = write.thing() == Thing.LINE;
    String key = line ? lines.of(write.system(), write.key()) : write.key();
    return new Target(write.system(), write.thing(), key);
  }

  /** A record that D365 was to number is told by our reference; the pair knows the number. */
  private Target target(Place system, Entry entry) {
    Thing thing = entry.key().contains("#") ? Thing.LINE : Thing.of(entry.pair());
    boolean reference = entry.key().contains("|ref:");
    String key =
        reference
            ? evidence.links().stream()
                .filter(link -> link.thing() == thing && link.pair().equals(entry.pair()))
                .map(Link::d365)
                .findFirst()
                .orElse(entry.key())
            : entry.key();
    return new Target(system, thing, key);
  }

  private static String outcome(Entry entry) {
    return entry.outcome() == null ? "" : entry.outcome();
  }

  private void unaudited(String what) {
    verdict.add(Kind.UNAUDITED, what);
  }
}
