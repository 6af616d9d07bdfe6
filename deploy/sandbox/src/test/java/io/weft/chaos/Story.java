package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Evidence.Layout;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Waiter;
import io.weft.chaos.Evidence.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence written by hand, to be spoilt by a test: two companies, one born on each side, an edit
 * that travelled and a conflict that D365 won, and what one of them {@linkplain Purchase buys}.
 */
final class Story {
  static final String ALPHA = "account-customer/usmf/a1";
  static final String BETA = "account-customer/usmf/a2";
  private static final Layout LAYOUT =
      new Layout(List.of("BusinessUnit", "CostCenter", "Department"), "-");

  final List<Write> journal = new ArrayList<>();
  final List<Hint> hints = new ArrayList<>();
  final List<Delivery> deliveries = new ArrayList<>();
  final Map<String, Long> ledger = new LinkedHashMap<>();
  final List<Link> links = new ArrayList<>();
  final List<Entry> audit = new ArrayList<>();
  final Set<String> parked = new LinkedHashSet<>();
  final Set<String> runs = new LinkedHashSet<>();
  final List<Waiter> waiters = new ArrayList<>();
  final Rows rows = new Rows();
  long openIntents;
  @Nullable Long restedAt;

  Evidence evidence() {
    long last = journal.isEmpty() ? 0 : journal.get(journal.size() - 1).sequence();
    List<Link> all = new ArrayList<>(links);
    all.addAll(LineNames.links(rows, links));
    return new Evidence(
        journal,
        hints,
        deliveries,
        ledger,
        all,
        audit,
        parked,
        runs,
        waiters,
        openIntents,
        rows,
        LAYOUT,
        restedAt == null ? last : restedAt);
  }

  /** Nothing is wrong with this one. */
  static Story clean() {
    Story story = new Story();
    story.alpha();
    story.beta();
    new Purchase(story).write();
    return story;
  }

  private void alpha() {
    links.add(new Link(Thing.ACCOUNT, ALPHA, "usmf", "a1", "usmf|c1", "LIVE"));
    Map<String, String> born = Map.of("Name", "Alpha", "Phone", "1", "UsrTaxNumber", "T1");
    write(Place.CREATIO, "Ana", true, "a1", born);
    hint(Place.CREATIO, "a1", ALPHA);
    audited(
        Place.D365,
        true,
        "usmf|c1",
        Map.of("OrganizationName", "Alpha", "PrimaryContactPhone", "1", "TaxExemptNumber", "T1"),
        ALPHA);
    audited(Place.CREATIO, false, "a1", Map.of("UsrD365CustomerAccount", "c1"), ALPHA);
    write(Place.D365, "finance", false, "usmf|c1", Map.of("PrimaryContactPhone", "2"));
    hint(Place.D365, "usmf|c1", ALPHA);
    audited(Place.CREATIO, false, "a1", Map.of("Phone", "2"), ALPHA);
    write(Place.CREATIO, "Ana", false, "a1", Map.of("Name", "Alpha One"));
    write(Place.D365, "finance", false, "usmf|c1", Map.of("OrganizationName", "Alpha Two"));
    hint(Place.CREATIO, "a1", ALPHA);
    write(Place.CREATIO, "weft", false, "a1", Map.of("Name", "Alpha Two"));
    audit(
        Place.CREATIO,
        "a1",
        ALPHA,
        List.of(new Decision("Name", "D365_WON", "Alpha One", "Alpha Two", "Alpha One")));
  }

  private void beta() {
    links.add(new Link(Thing.ACCOUNT, BETA, "usmf", "a2", "usmf|c2", "LIVE"));
    write(
        Place.D365,
        "finance",
        true,
        "usmf|c2",
        Map.of("OrganizationName", "Beta", "PrimaryContactEmail", "b@b", "TaxExemptNumber", "T2"));
    hint(Place.D365, "usmf|c2", BETA);
    audited(Place.CREATIO, true, "a2", Map.of("Name", "Beta", "UsrTaxNumber", "T2"), BETA);
    journal.add(
        new Write(
            next(),
            next(),
            Place.CREATIO,
            "weft",
            Act.CREATE,
            Thing.ACCOUNT,
            "AccountCommunication",
            "a2",
            Map.of("Email", "b@b")));
    row(Place.CREATIO, "a2").put("Email", "b@b");
    Entry last = audit.remove(audit.size() - 1);
    List<Decision> all = new ArrayList<>(last.decisions());
    all.add(new Decision("Email", "TO_CREATIO", "", "b@b", ""));
    audit.add(
        new Entry(
            last.id(),
            last.at(),
            last.kind(),
            last.pair(),
            last.system(),
            last.key(),
            last.outcome(),
            all));
  }

  long next() {
    return journal.size() + 1L;
  }

  Map<String, String> row(Place system, String key) {
    return row(system, Thing.ACCOUNT, key);
  }

  Map<String, String> row(Place system, Thing thing, String key) {
    return rows.of(system, thing).computeIfAbsent(key, k -> new LinkedHashMap<>());
  }

  void write(Place system, String client, boolean creates, String key, Map<String, String> after) {
    write(system, client, creates ? Act.CREATE : Act.UPDATE, Thing.ACCOUNT, key, after);
  }

  void write(
      Place system, String client, Act act, Thing thing, String key, Map<String, String> after) {
    String set = thing.set(system);
    journal.add(new Write(next(), next(), system, client, act, thing, set, key, after));
    row(system, thing, key).putAll(after);
  }

  void hint(Place system, String key, String workflow) {
    long id = hints.size() + 1L;
    hints.add(new Hint(id, system, key, next(), "APPLIED"));
    deliveries.add(new Delivery(id, workflow, "APPLIED"));
    ledger.merge("ACCEPTED", 1L, Long::sum);
    ledger.merge("APPLIED", 1L, Long::sum);
  }

  private void audited(
      Place system, boolean creates, String key, Map<String, String> after, String pair) {
    write(system, "weft", creates, key, after);
    audit(system, key, pair, sent(system, after));
  }

  /** What the audit says of values that were sent. */
  static List<Decision> sent(Place system, Map<String, String> after) {
    String verdict = system == Place.CREATIO ? "TO_CREATIO" : "TO_D365";
    List<Decision> decisions = new ArrayList<>();
    after.forEach((field, value) -> decisions.add(new Decision(field, verdict, "", value, "")));
    return decisions;
  }

  void audit(Place system, String key, String pair, List<Decision> decisions) {
    long id = audit.size() + 1L;
    audit.add(new Entry(id, next(), "WRITE", pair, system, key, "APPLIED", decisions));
  }
}
