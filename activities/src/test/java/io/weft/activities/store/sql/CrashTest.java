package io.weft.activities.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.merge.Base;
import io.weft.activities.secret.FieldCipher;
import io.weft.activities.secret.PlainCipher;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Done;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.PostgresServer;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.TestClock;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction that breaks off in the middle has never been. */
class CrashTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir Path folder;
  private Runnable accident = () -> {};

  /** Has an accident while a transaction is under way: bases are sealed after hints are closed. */
  private final class Fragile implements FieldCipher {
    private final FieldCipher plain = new PlainCipher();

    @Override
    public String seal(String context, String clear) {
      accident.run();
      return plain.seal(context, clear);
    }

    @Override
    public String open(String context, String sealed) {
      return plain.open(context, sealed);
    }
  }

  private SqlStores stores(Database database) {
    return new SqlStores(
        database,
        new TestClock(START),
        new Fragile(),
        record -> "introduce/" + record.path(),
        object -> 1);
  }

  private static Holder holder() {
    return new Holder("h", "run", UUID.randomUUID().toString(), START.plusSeconds(60));
  }

  private static Sheet openedWithAHint(SqlStores stores) {
    String id = UUID.randomUUID().toString();
    PairId pair = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), id);
    LinkWanted wanted =
        new LinkWanted(pair, "C-" + id, null, null, Side.CREATIO, true, true, List.of());
    Link link = ((Linking.Made) stores.links().link(wanted)).link();
    RecordRef record = link.record(Side.CREATIO);
    stores.hints().accept(List.of(Incoming.of(Hint.of(record, Origin.WEBHOOK, START))));
    return stores.passes().open(pair, holder());
  }

  private static Settlement settlement(Sheet sheet) {
    return Done.covering(sheet, Disposition.APPLIED)
        .base(Side.D365, Base.of(Fields.of("Name", new Value.Text("x"))), "d")
        .change(LinkChange.to(LinkState.OUT_OF_SCOPE))
        .again()
        .settlement();
  }

  private static void assertUntouched(SqlStores stores, Sheet sheet) {
    Sheet now = stores.passes().open(sheet.link().pair(), holder());
    assertThat(now.link()).isEqualTo(sheet.link());
    assertThat(now.bases().d365()).isNull();
    assertThat(now.deliveries()).isEqualTo(sheet.deliveries());
    assertThat(stores.passes().settle(now, settlement(now)).more()).isTrue();
  }

  @Test
  void aSettlementCutOffOnSqliteStoresNothing() {
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("weft.db"))) {
      SqlStores stores = stores(database);
      Sheet sheet = openedWithAHint(stores);
      accident =
          () -> {
            throw new IllegalStateException("power is gone");
          };

      assertThatThrownBy(() -> stores.passes().settle(sheet, settlement(sheet)))
          .hasMessageContaining("power is gone");

      accident = () -> {};
      assertThat(stores.hints().counts().accepted()).isEqualTo(1);
      assertThat(stores.hints().counts().inFlight()).isEqualTo(1);
      assertUntouched(stores, sheet);
    }
  }

  @Test
  void aConnectionDroppedByTheServerStoresNothingAndIsReplaced() {
    try (Database database = Database.open(PostgresServer.url())) {
      SqlStores stores = stores(database);
      Sheet sheet = openedWithAHint(stores);
      long accepted = stores.hints().counts().accepted();
      accident = PostgresServer::dropConnections;

      assertThatThrownBy(() -> stores.passes().settle(sheet, settlement(sheet)))
          .isInstanceOf(StoreException.Unavailable.class);

      accident = () -> {};
      letThePoolRecover(stores);
      assertThat(stores.hints().counts().accepted()).isEqualTo(accepted);
      assertUntouched(stores, sheet);
    }
  }

  /** Each failure shows the pool one dead connection; callers try again as activities do. */
  private static void letThePoolRecover(SqlStores stores) {
    for (int dead = 0; dead < 20; dead++) {
      try {
        for (int alive = 0; alive < 20; alive++) {
          stores.hints().counts();
        }
        return;
      } catch (StoreException.Unavailable e) {
        assertThat(e).hasCauseInstanceOf(JdbiException.class);
      }
    }
  }
}
