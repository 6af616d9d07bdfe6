package io.weft.chaos;

import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.LoadReport.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a load left behind, written by hand, to be spoilt by a test: one company that both systems
 * had, one of each system alone, and one that a person had to judge. Somebody edited the first
 * while the load was at work.
 */
final class LoadTale {
  static final String BOTH = "account-customer/usmf/a1";
  static final String NEW_IN_CREATIO = "account-customer/usmf/a2";
  static final String NEW_IN_D365 = "account-customer/usmf/a3";
  static final String JUDGED = "account-customer/usmf/a4";
  private static final Set<String> ACCOUNTS = Set.of("a1", "a2", "a4");
  private static final Set<String> CUSTOMERS = Set.of("usmf|c1", "usmf|c3", "usmf|c4");

  final Story story = new Story();
  final List<Line> lines = new ArrayList<>();
  final Map<String, Long> counts = new LinkedHashMap<>();

  /** Nothing is wrong with this one. */
  static LoadTale clean() {
    LoadTale tale = new LoadTale();
    tale.before();
    tale.both();
    tale.newInCreatio();
    tale.newInD365();
    tale.judged();
    tale.counts.putAll(
        Map.of("SCANNED_CREATIO", 3L, "SCANNED_D365", 3L, "LINKED", 4L, "UNEXPLAINED", 0L));
    return tale;
  }

  /** What the checks say of it. */
  Verdict verdict() {
    Evidence evidence = story.evidence();
    Verdict verdict = Checker.check(evidence);
    new LoadCheck(evidence, new LoadReport(counts, lines), verdict).run(ACCOUNTS, CUSTOMERS);
    return verdict;
  }

  private void before() {
    account("a1", "Alder", "T1");
    account("a2", "Birch", "T2");
    account("a4", "Cedr", "");
    customer("usmf|c1", "Alder", "T1");
    customer("usmf|c3", "Dogwood", "T3");
    customer("usmf|c4", "Cedar", "");
  }

  private void account(String key, String name, String tax) {
    story.write(
        Place.CREATIO, "seed", true, key, Map.of("Name", name, "UsrTaxNumber", tax, "Phone", "1"));
  }

  private void customer(String key, String name, String tax) {
    Map<String, String> born =
        Map.of("OrganizationName", name, "TaxExemptNumber", tax, "PrimaryContactPhone", "1");
    story.write(Place.D365, "seed", true, key, born);
  }

  private void both() {
    link(BOTH, "a1", "usmf|c1", "linked", "usmf|c1");
    number(BOTH, "a1", "c1");
    story.write(Place.CREATIO, "Ana", false, "a1", Map.of("Phone", "9"));
    story.hint(Place.CREATIO, "a1", BOTH);
    sent(Place.D365, false, "usmf|c1", BOTH, Map.of("PrimaryContactPhone", "9"));
  }

  private void newInCreatio() {
    link(NEW_IN_CREATIO, "a2", "usmf|c2", "created", "");
    sent(
        Place.D365,
        true,
        "usmf|c2",
        NEW_IN_CREATIO,
        Map.of("OrganizationName", "Birch", "TaxExemptNumber", "T2", "PrimaryContactPhone", "1"));
    number(NEW_IN_CREATIO, "a2", "c2");
  }

  private void newInD365() {
    story.links.add(new Link(Thing.ACCOUNT, NEW_IN_D365, "usmf", "a3", "usmf|c3", "LIVE"));
    lines.add(new Line("", "usmf|c3", "created"));
    sent(
        Place.CREATIO,
        true,
        "a3",
        NEW_IN_D365,
        Map.of(
            "Name", "Dogwood", "UsrTaxNumber", "T3", "Phone", "1", "UsrD365CustomerAccount", "c3"));
  }

  private void judged() {
    link(JUDGED, "a4", "usmf|c4", "linked", "usmf|c4");
    number(JUDGED, "a4", "c4");
    Decision lost = new Decision("OrganizationName", "CREATIO_WON", "Cedar", "Cedr", "Cedar");
    story.write(Place.D365, "weft", false, "usmf|c4", Map.of("OrganizationName", "Cedr"));
    story.audit(Place.D365, "usmf|c4", JUDGED, List.of(lost));
  }

  private void link(String pair, String account, String customer, String outcome, String told) {
    story.links.add(new Link(Thing.ACCOUNT, pair, "usmf", account, customer, "LIVE"));
    lines.add(new Line(account, told, outcome));
  }

  /** The customer's number comes to stand in Creatio. */
  void number(String pair, String account, String number) {
    sent(Place.CREATIO, false, account, pair, Map.of("UsrD365CustomerAccount", number));
  }

  /** A write of ours, with its audit row. */
  void sent(Place system, boolean creates, String key, String pair, Map<String, String> after) {
    story.write(system, "weft", creates, key, after);
    story.audit(system, key, pair, Story.sent(system, after));
  }
}
