package io.weft.activities.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.merge.Base;
import io.weft.activities.secret.FieldCipher;
import io.weft.activities.store.Done;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.TestClock;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Field values rest sealed, each for its own place. */
class SealedColumnsTest {
  private static final String SECRET = "Zwetschgenkuchen";
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final PairId PAIR =
      new PairId(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity("usmf"), "a-1");

  @TempDir Path folder;
  private Database database;
  private SqlStores stores;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("weft.db"));
    stores =
        new SqlStores(
            database, new TestClock(START), new Marking(), record -> record.path(), object -> 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Writes the place into what it seals, and hides the rest from plain sight. */
  private static final class Marking implements FieldCipher {
    @Override
    public String seal(String context, String clear) {
      byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
      return "<" + context + ">" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String open(String context, String sealed) {
      String mark = "<" + context + ">";
      if (!sealed.startsWith(mark)) {
        throw new IllegalArgumentException("not sealed for " + context);
      }
      byte[] bytes = Base64.getDecoder().decode(sealed.substring(mark.length()));
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Link link() {
    LinkWanted wanted =
        new LinkWanted(PAIR, "US-1", null, null, Side.CREATIO, true, true, List.of());
    return ((Linking.Made) stores.links().link(wanted)).link();
  }

  private static Holder holder() {
    return new Holder("h", "run", "h#1", START.plusSeconds(60));
  }

  private static Intent intent(Link link, Fields fields) {
    FieldDecision decision =
        new FieldDecision("Name", Verdict.TO_D365, Side.D365, SECRET, SECRET, SECRET, "moved");
    return new Intent(
        "i-1",
        PAIR,
        link.record(Side.D365),
        Intent.Kind.UPDATE,
        fields,
        fields,
        fields,
        "etag",
        List.of(decision),
        START,
        START,
        START);
  }

  private void storeTheSecretEverywhere() {
    Fields fields = Fields.of("Name", new Value.Text(SECRET));
    Sheet sheet = stores.passes().open(link().pair(), holder());
    stores.passes().announce(sheet, List.of(intent(sheet.link(), fields)));
    FieldDecision remark =
        new FieldDecision("Name", Verdict.ASKED, null, SECRET, null, SECRET, "both moved");
    Done done =
        Done.nothing()
            .result("i-1", Outcome.APPLIED)
            .base(Side.CREATIO, Base.of(fields), "digest")
            .base(Side.D365, Base.of(fields), "digest")
            .said(new Instruction.Amend("ann", "typo", Map.of("Name", SECRET)))
            .remark(remark);
    stores.passes().settle(sheet, done.settlement());
    Problem problem =
        new Problem("Rejected", SECRET + " is too long", "shorten it", "f", "N", false);
    stores
        .parked()
        .park(new ParkedWork(PAIR.path(), "account-customer", "usmf", PAIR.path(), problem), START);
  }

  @Test
  void noClearValueReachesAnyColumn() {
    storeTheSecretEverywhere();

    List<String> tables =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                    .mapTo(String.class)
                    .list());
    assertThat(tables).contains("base", "intent", "audit", "parked");
    for (String table : tables) {
      String rows = database.read(handle -> everything(handle, table));
      assertThat(rows).as(table).doesNotContain(SECRET);
    }
  }

  private static String everything(Handle handle, String table) {
    return handle.createQuery("SELECT * FROM " + table).mapToMap().list().toString();
  }

  @Test
  void everyValueIsSealedForItsTableColumnAndKey() {
    storeTheSecretEverywhere();

    assertThat(column("SELECT contents FROM base WHERE side = 'D365'"))
        .startsWith("<base|contents|account-customer/usmf/a-1/D365>");
    assertThat(column("SELECT sent FROM intent")).startsWith("<intent|sent|i-1>");
    assertThat(column("SELECT before_values FROM intent")).startsWith("<intent|before_values|i-1>");
    assertThat(column("SELECT counterpart FROM intent")).startsWith("<intent|counterpart|i-1>");
    assertThat(column("SELECT decisions FROM intent")).startsWith("<intent|decisions|i-1>");
    assertThat(column("SELECT fields FROM audit WHERE kind = 'WRITE'"))
        .startsWith("<audit|fields|i-1>");
  }

  private String column(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  @Test
  void everyValueOpensInItsOwnPlace() {
    storeTheSecretEverywhere();

    assertThat(stores.passes().open(PAIR, holder()).bases().d365().values().get("Name").text())
        .isEqualTo(SECRET);
    assertThat(stores.audit().after(0, 10))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.fields().toString()).contains(SECRET));
    assertThat(stores.parked().list(null, null, null, null, 1).get(0).work().problem().what())
        .contains(SECRET);
  }

  @Test
  void aValueMovedToAnotherRowDoesNotOpen() {
    storeTheSecretEverywhere();
    database.change(
        handle ->
            handle.execute(
                """
                UPDATE base SET contents = (SELECT b.contents FROM base b WHERE b.side = 'D365')
                WHERE side = 'CREATIO'
                """));

    assertThatThrownBy(() -> stores.passes().open(PAIR, holder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CREATIO");
  }
}
