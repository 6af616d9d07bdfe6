package io.weft.activities.simulation;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold when everything rests: G1 to G4 and G6, from the journal and the store alone. */
final class Verdicts {
  private static final Map<String, String> TWINS = new LinkedHashMap<>();

  static {
    TWINS.put("a", "x");
    TWINS.put("x", "a");
    TWINS.put("b", "y");
    TWINS.put("y", "b");
  }

  private final World world;
  private final Run run;
  private final List<String> broken = new ArrayList<>();

  private Verdicts(Run run) {
    this.run = run;
    this.world = run.world;
  }

  /** Everything broken, one line each; empty if all is well. */
  static List<String> of(Run run) {
    Verdicts verdicts = new Verdicts(run);
    if (!run.atRest) {
      verdicts.broken.add("G1/G4: no rest after all turns");
      verdicts.noDuplicates();
    } else {
      verdicts.nothingInFlight();
      verdicts.noDuplicates();
      verdicts.noLostEdit();
      verdicts.sidesAgree();
      verdicts.nothingBlind();
      verdicts.auditMatches();
    }
    return verdicts.broken;
  }

  private void nothingInFlight() {
    var counts = world.stores.hints().counts();
    long open = counts.inFlight();
    if (open > 0 && run.parked.isEmpty()) {
      broken.add("G1: " + open + " hints are neither done nor parked: " + counts);
    }
    if (run.parked.isEmpty() && !world.stores.waiters().list(10).isEmpty()) {
      broken.add("G1: noted as waiting: " + world.stores.waiters().list(10));
    }
    for (RecordRef waiting : world.dependants) {
      boolean there = world.creatio.get(waiting) != null;
      if (there && run.parked.isEmpty() && world.stores.links().linksOf(waiting).isEmpty()) {
        broken.add("G1: " + waiting.path() + " waits for ever");
      }
    }
  }

  private void noDuplicates() {
    Set<String> companies = new LinkedHashSet<>();
    for (RecordRef record : all()) {
      String where = record.side() + "/" + record.legalEntity();
      String company = SimObject.company(world.remote(record.side()).get(record).fields());
      if (!companies.add(where + "/" + company)) {
        broken.add("G2: two records of " + company + " in " + where);
      }
    }
  }

  private List<RecordRef> all() {
    List<RecordRef> all = new ArrayList<>(world.creatio.all().keySet());
    all.addAll(world.d365.all().keySet());
    return all;
  }

  private void sidesAgree() {
    if (!run.parked.isEmpty()) {
      return;
    }
    for (var link : world.stores.links().list(null, null, 10)) {
      RemoteRecord creatio = world.creatio.get(link.record(Side.CREATIO));
      RemoteRecord d365 = world.d365.get(link.record(Side.D365));
      boolean ended = link.state().hasEnded();
      if (!ended && (creatio == null || d365 == null)) {
        broken.add("G4: half a pair: " + link.pair().path());
      } else if (!ended && !same(creatio.fields(), d365.fields())) {
        broken.add("G4: sides differ: " + creatio.fields().asMap() + " / " + d365.fields().asMap());
      }
    }
  }

  private static boolean same(Fields creatio, Fields d365) {
    return creatio.get("a").equals(d365.get("x")) && creatio.get("b").equals(d365.get("y"));
  }

  private void noLostEdit() {
    // Values that come and go several times cannot be told apart; agreement and audit still can.
    boolean ambiguous = world.edits.stream().filter(World.UserEdit::revert).count() > 1;
    for (World.UserEdit edit : world.edits) {
      if (ambiguous) {
        break;
      }
      if (!superseded(edit)
          && !retained(edit)
          && !backToBase(edit)
          && !propagated(edit)
          && !recorded(edit)) {
        broken.add("G3: lost without a trace: " + edit);
      }
    }
  }

  /** No write landed after it was given up, on a stranger's record, or over a value not seen. */
  private void nothingBlind() {
    world.ledger.unexpected.forEach(
        write -> broken.add("G3: a write landed after its outcome was told: " + write));
    for (Commit commit : world.journal) {
      if (commit.ours() && !commit.create() && !sameCompany(commit)) {
        broken.add("G2: a stranger's record was taken for ours: " + commit);
      }
      if (commit.ours() && !commit.create() && !sawWhatItOverwrote(commit)) {
        broken.add("G3: overwrote a value that it had not seen: " + commit);
      }
    }
  }

  /** Users never change the company of a record, so that nobody else may, either. */
  private static boolean sameCompany(Commit commit) {
    return SimObject.company(commit.before()).equals(SimObject.company(commit.after()));
  }

  private boolean sawWhatItOverwrote(Commit commit) {
    return world.stores.audit().after(0, 1000).stream()
        .filter(row -> row.kind().equals("WRITE") && commit.record().path().equals(row.target()))
        .filter(row -> tells(row, commit))
        .map(row -> row.fields().stream().allMatch(field -> showsBefore(field, commit)))
        .reduce(Boolean::logicalOr)
        .orElse(true);
  }

  /** Whether the row names what was really there before; where nothing changed, it may not. */
  private static boolean showsBefore(FieldDecision decision, Commit commit) {
    Value there = commit.before().get(decision.field());
    String named = decision.before() == null ? "" : decision.before();
    return there.equals(commit.after().get(decision.field())) || there.text().equals(named);
  }

  private boolean superseded(World.UserEdit edit) {
    return world.edits.stream()
        .anyMatch(
            other ->
                other.index() > edit.index()
                    && world.current(other.record()).equals(world.current(edit.record()))
                    && other.field().equals(edit.field()));
  }

  private boolean retained(World.UserEdit edit) {
    RemoteRecord now = world.remote(edit.record().side()).get(world.current(edit.record()));
    return now == null || now.fields().get(edit.field()).text().equals(edit.value());
  }

  /**
   * The user came back to what we last wrote there, or to what was there from the start. Every pair
   * of a record has a base of its own, so that in two legal entities the start lasts longer.
   */
  private boolean backToBase(World.UserEdit edit) {
    List<String> known = new ArrayList<>();
    for (Commit commit : world.journal) {
      if (commit.index() < edit.index() && commit.record().equals(edit.record())) {
        if (known.isEmpty()) {
          known.add(commit.before().get(edit.field()).text());
        }
        if (commit.ours() && world.legalEntities.size() == 1) {
          known.clear();
        }
        if (commit.ours()) {
          known.add(commit.after().get(edit.field()).text());
        }
      }
    }
    return known.contains(edit.value()) || lastCarried(edit).contains(edit.value());
  }

  /** What we last wrote before the edit into the field or its counterpart, per record. */
  private Collection<String> lastCarried(World.UserEdit edit) {
    Map<RecordRef, String> carried = new LinkedHashMap<>();
    for (Commit commit : world.journal) {
      boolean sameSide = commit.record().side() == edit.record().side();
      String field = sameSide ? edit.field() : TWINS.get(edit.field());
      if (commit.index() < edit.index() && commit.ours()) {
        carried.put(commit.record(), commit.after().get(field).text());
      }
    }
    return carried.values();
  }

  /** The other side came to hold the value, or held it all along. */
  private boolean propagated(World.UserEdit edit) {
    String twin = TWINS.get(edit.field());
    String held = null;
    for (Commit commit : world.journal) {
      if (commit.record().side() != edit.record().side()) {
        held = commit.after().get(twin).text();
        if (commit.index() > edit.index() && held.equals(edit.value())) {
          return true;
        }
      }
      if (commit.index() == edit.index() && edit.value().equals(held)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The audit names it as a loser, or holds it for a write of ours (docs/protocol.md, section 3).
   */
  private boolean recorded(World.UserEdit edit) {
    for (Entry row : world.stores.audit().after(0, 1000)) {
      boolean presumed = "PRESUMED".equals(row.outcome());
      for (FieldDecision decision : row.fields()) {
        boolean named = edit.value().equals(decision.rival()) && !"REFUSED".equals(row.outcome());
        if (named || (presumed && edit.value().equals(decision.after()))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Each write has a row of its own, and each row that claims a write one of its own. Two
   * matchings, as large as possible: where each covers its side, there is one that covers both
   * sides (Mendelsohn and Dulmage).
   */
  private void auditMatches() {
    List<Entry> rows = new ArrayList<>(world.stores.audit().after(0, 1000));
    rows.removeIf(row -> !row.kind().equals("WRITE") || "REFUSED".equals(row.outcome()));
    List<Entry> claims = rows.stream().filter(row -> "APPLIED".equals(row.outcome())).toList();
    List<Commit> commits = world.journal.stream().filter(Commit::ours).toList();
    Matching.left(commits, rows, this::isOf)
        .forEach(commit -> broken.add("G6: a write without an audit row: " + commit));
    if (!world.d365.ignoresWrites) {
      Matching.left(claims, commits, (row, commit) -> isOf(commit, row))
          .forEach(row -> broken.add("G6: the audit claims a write that did not happen: " + row));
    }
  }

  private boolean isOf(Commit commit, Entry row) {
    return isTarget(commit, row) && tells(row, commit);
  }

  private boolean isTarget(Commit commit, Entry row) {
    return sentTo(commit).equals(row.target());
  }

  /** What D365 has numbered is told by the reference that it was sent with. */
  private String sentTo(Commit commit) {
    String path = commit.record().path();
    return commit.create() ? world.sentAs.getOrDefault(path, path) : path;
  }

  /** Every value that the row names went out with that write. */
  private boolean tells(Entry row, Commit commit) {
    for (FieldDecision decision : row.fields()) {
      String after = decision.after() == null ? "" : decision.after();
      Fields sent = Fields.of(decision.field(), new Value.Text(after));
      String kept =
          world.remote(commit.record().side()).form.apply(sent).get(decision.field()).text();
      if (!commit.after().get(decision.field()).text().equals(kept)) {
        return false;
      }
    }
    return true;
  }
}
