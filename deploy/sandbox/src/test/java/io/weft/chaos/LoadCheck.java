package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.LoadReport.Line;
import io.weft.chaos.Verdict.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a load owes beyond the guarantees of every change: each record is accounted for, what is
 * told as done is done, each number stands in Creatio, and nothing was made or numbered twice.
 */
final class LoadCheck {
  private static final String NUMBER = "UsrD365CustomerAccount";

  private final Evidence evidence;
  private final LoadReport report;
  private final Pending pending;
  private final Verdict verdict;
  private final Map<String, Link> byAccount = new LinkedHashMap<>();
  private final Map<String, Link> byCustomer = new LinkedHashMap<>();

  LoadCheck(Evidence evidence, LoadReport report, Verdict verdict) {
    this.evidence = evidence;
    this.report = report;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
    for (Link link : evidence.links()) {
      if (link.thing() == Thing.ACCOUNT && !link.hasEnded()) {
        byAccount.put(link.creatio(), link);
        byCustomer.put(link.d365(), link);
      }
    }
  }

  /** Of a load of these records. */
  void run(Set<String> accounts, Set<String> customers) {
    accounted(Place.CREATIO, accounts);
    accounted(Place.D365, customers);
    sums();
    report.lines().stream().filter(Line::isDone).forEach(this::isDone);
    report.lines().stream().filter(Line::isWaiting).forEach(this::mayWait);
    byAccount.values().forEach(this::isNumbered);
    made();
    numbered();
  }

  private void accounted(Place system, Set<String> records) {
    Set<String> told = keys(system);
    for (String key : records) {
      if (!told.contains(key)) {
        lost(system + " " + key + " is in no line of the report");
      }
    }
  }

  private Set<String> keys(Place system) {
    Set<String> keys = new TreeSet<>();
    report.lines().forEach(line -> keys.add(line.keyOn(system)));
    keys.remove("");
    return keys;
  }

  private void sums() {
    same("UNEXPLAINED", 0);
    same("SCANNED_CREATIO", keys(Place.CREATIO).size());
    same("SCANNED_D365", keys(Place.D365).size());
    same("LINKED", report.lines().stream().filter(Line::isDone).count());
  }

  private void same(String name, long counted) {
    if (report.count(name) != counted) {
      lost("the summary says " + report.count(name) + " " + name + ", the report " + counted);
    }
  }

  private void isDone(Line line) {
    Link link = line.creatio().isEmpty() ? null : byAccount.get(line.creatio());
    link = link == null ? byCustomer.get(line.d365()) : link;
    boolean stands =
        link != null
            && (line.creatio().isEmpty() || line.creatio().equals(link.creatio()))
            && (line.d365().isEmpty() || line.d365().equals(link.d365()));
    if (!stands) {
      lost(line + " is told as done, and the link is " + link);
    }
  }

  /** Only what people changed meanwhile is left to others: what it wrote itself is its own work. */
  private void mayWait(Line line) {
    boolean changed =
        evidence.journal().stream()
            .filter(Write::isUsers)
            .anyMatch(write -> write.key().equals(line.keyOn(write.system())));
    if (!changed) {
      lost(line + " is left to others, and nobody changed it");
    }
  }

  private void isNumbered(Link link) {
    String number = link.d365().substring(link.d365().indexOf('|') + 1);
    String told = evidence.rows().value(Place.CREATIO, Thing.ACCOUNT, link.creatio(), NUMBER);
    if (!told.equalsIgnoreCase(number) && !pending.isHeld(link.pair())) {
      lost("the number of " + link + " is not in Creatio, but '" + told + "'");
    }
  }

  /** Of a pair one side was there, so that we make one record of it at most; of others, none. */
  private void made() {
    Map<String, Integer> made = new LinkedHashMap<>();
    for (Write write : evidence.journal()) {
      if (write.isOurs() && isRecord(write) && write.act() == Act.CREATE) {
        Link link = (write.system() == Place.CREATIO ? byAccount : byCustomer).get(write.key());
        if (link == null) {
          doubled("we made " + write.key() + ", and it belongs to nothing");
        } else if (made.merge(link.pair(), 1, Integer::sum) > 1) {
          doubled("we made a second record of " + link.pair());
        }
      }
    }
  }

  private void numbered() {
    Set<String> numbered = new TreeSet<>();
    for (Write write : evidence.journal()) {
      boolean tells = write.after().containsKey(NUMBER);
      if (write.isOurs() && isRecord(write) && tells && !numbered.add(write.key())) {
        doubled("the number of " + write.key() + " was written twice");
      }
    }
  }

  private static boolean isRecord(Write write) {
    return write.thing() == Thing.ACCOUNT && write.set().equals(write.thing().set(write.system()));
  }

  private void lost(String what) {
    verdict.add(Kind.LOST, what);
  }

  private void doubled(String what) {
    verdict.add(Kind.DOUBLED, what);
  }
}
