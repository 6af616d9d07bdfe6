package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contract tests of all stores share; a subclass says which stores. */
abstract class StoreContract {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final String ACME = "11111111-aaaa-4aaa-8aaa-000000000001";
  static final String BOLT = "11111111-aaaa-4aaa-8aaa-000000000002";
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");

  final TestClock clock = new TestClock(START);
  private final AtomicInteger attempts = new AtomicInteger();
  Stores stores;

  abstract Stores open(Clock clock);

  @BeforeEach
  void openStores() {
    stores = open(clock);
  }

  @AfterEach
  void closeStores() {
    if (stores != null) {
      stores.close();
    }
  }

  static PairId pair(LegalEntity legalEntity, String creatioId) {
    return new PairId(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, creatioId);
  }

  static RecordRef account(String creatioId) {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, creatioId);
  }

  static RecordRef customer(LegalEntity legalEntity, String key) {
    return RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, key);
  }

  static LinkWanted wanted(LegalEntity legalEntity, String creatioId, String key) {
    return wanted(legalEntity, creatioId, key, true, List.of());
  }

  static LinkWanted wanted(
      LegalEntity legalEntity, String creatioId, String key, boolean exists, List<String> keys) {
    PairId pair = pair(legalEntity, creatioId);
    boolean leading = legalEntity.equals(USMF);
    return new LinkWanted(pair, key, null, null, Side.CREATIO, leading, exists, keys);
  }

  Link linked(LegalEntity legalEntity, String creatioId, String key) {
    Linking linking = stores.links().link(wanted(legalEntity, creatioId, key));
    assertThat(linking).isInstanceOf(Linking.Made.class);
    return ((Linking.Made) linking).link();
  }

  Hint hint(RecordRef record) {
    return Hint.of(record, Origin.WEBHOOK, clock.instant());
  }

  StoredHint accept(RecordRef record) {
    return accept(hint(record));
  }

  StoredHint accept(Hint hint) {
    return stores.hints().accept(List.of(Incoming.of(hint))).get(0);
  }

  /** A holder whose claim lasts a minute; every call is another attempt. */
  Holder holder(String id) {
    String attempt = id + "#" + attempts.incrementAndGet();
    return new Holder(id, "run-of-" + id, attempt, clock.instant().plus(Duration.ofMinutes(1)));
  }

  Sheet opened(Link link) {
    return stores.passes().open(link.pair(), holder("pass"));
  }

  static Fields name(String value) {
    return Fields.of("Name", new Value.Text(value));
  }

  Intent intent(String id, Link link, Side target, String from, String to) {
    FieldDecision decision =
        new FieldDecision("Name", Verdict.TO_D365, target, from, to, null, "only one side moved");
    return new Intent(
        id,
        link.pair(),
        link.record(target),
        Intent.Kind.UPDATE,
        name(from),
        name(to),
        name(to),
        "W/\"1\"",
        List.of(decision),
        clock.instant(),
        clock.instant().plus(Duration.ofSeconds(50)),
        clock.instant().plus(Duration.ofMinutes(5)));
  }

  static Intent ofKind(Intent.Kind kind, Intent intent) {
    return new Intent(
        intent.id(),
        intent.pair(),
        intent.target(),
        kind,
        intent.before(),
        intent.sent(),
        intent.counterpart(),
        intent.guard(),
        intent.decisions(),
        intent.announcedAt(),
        intent.deadline(),
        intent.horizon());
  }

  static ParkedWork parkedWork(String workflowId, String fingerprint) {
    Problem problem =
        new Problem("Rejected", "group 'X9' is unknown", "add it", fingerprint, "Group", false);
    return new ParkedWork(workflowId, "account-customer", "usmf", workflowId, problem);
  }

  void park(String workflowId) {
    stores.parked().park(parkedWork(workflowId, "d365-update-rejected-1"), clock.instant());
  }

  /** The ledger adds up (G1). */
  HintCounts balanced() {
    HintCounts counts = stores.hints().counts();
    long sum =
        counts.applied()
            + counts.equal()
            + counts.superseded()
            + counts.filtered()
            + counts.discarded()
            + counts.parked()
            + counts.inFlight();
    assertThat(sum).as("%s", counts).isEqualTo(counts.accepted());
    return counts;
  }
}
