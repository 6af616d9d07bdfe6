package io.weft.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of a world, wherever it is kept. */
abstract class WorldContract {
  private static final Who ANA = new Who("ana", "r1");

  private final Storage storage;
  private final World world;
  private final Table customers;

  WorldContract(Storage storage) {
    this.storage = storage;
    Clock clock = Clock.fixed(Instant.parse("2026-02-03T10:00:00.1234Z"), ZoneOffset.UTC);
    world = new World(1, clock, storage);
    customers = world.add(table());
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private static Table table() {
    Table table = new Table("d365", "CustomersV3", List.of("dataAreaId", "CustomerAccount"));
    for (String name : List.of("dataAreaId", "CustomerAccount", "Name", "Group")) {
      table.column(new Column(name, Kind.TEXT, 20, "", null));
    }
    return table.hashedBy("Group").sortedBy("Name");
  }

  private Row insert(String account, String name) {
    return world.write(
        "d365",
        ANA,
        tx ->
            tx.insert(
                customers, Map.of("dataAreaId", "usmf", "CustomerAccount", account, "Name", name)));
  }

  @Test
  void filesRowsUnderKeysThatIgnoreCase() {
    insert("US-001", "Contoso");

    assertThat(customers.find("USMF|us-001")).isNotNull();
    assertThat(customers.find("usmf|US-001").get("Name")).isEqualTo("Contoso");
    assertThat(customers.find("usmf|US-001").get("Group")).isEqualTo("");
  }

  @Test
  void undoesATransactionThatFailed() {
    Row row = insert("US-001", "Contoso");
    long before = world.journal().last();

    assertThatThrownBy(
            () ->
                world.write(
                    "d365",
                    ANA,
                    tx -> {
                      tx.update(row, Map.of("Name", "Changed", "Group", "10"));
                      tx.insert(
                          customers, Map.of("dataAreaId", "usmf", "CustomerAccount", "US-002"));
                      tx.delete(customers.find("usmf|us-001"));
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");

    assertThat(customers.size()).isEqualTo(1);
    assertThat(customers.find("usmf|us-001").get("Name")).isEqualTo("Contoso");
    assertThat(customers.equal("Group", "10")).isEmpty();
    assertThat(world.journal().last()).isEqualTo(before);
  }

  @Test
  void journalsOnlyWhatDiffers() {
    Row row = insert("US-001", "Contoso");

    world.write("d365", ANA, tx -> tx.update(row, Map.of("Name", "New", "Group", "")));

    JournalEntry entry = world.journal().after(1).get(0);
    assertThat(entry.before().toString()).isEqualTo("{Name=Contoso}");
    assertThat(entry.after().toString()).isEqualTo("{Name=New}");
    assertThat(entry.client()).isEqualTo("ana");
    assertThat(entry.requestId()).isEqualTo("r1");
    assertThat(entry.time()).isEqualTo(Instant.parse("2026-02-03T10:00:00.1234Z"));
  }

  @Test
  void followsRowsThroughItsIndexes() {
    Row row = insert("US-001", "Contoso");
    insert("US-002", "Adatum");
    Row moved = world.write("d365", ANA, tx -> tx.update(row, Map.of("Group", "10")));

    assertThat(customers.equal("Group", "10")).extracting(Row::own).containsExactly(moved.own());
    assertThat(customers.equal("Group", "")).hasSize(1);
    assertThat(customers.order("Name").firstKey()).isEqualTo("adatum");
    world.write(
        "d365",
        ANA,
        tx -> {
          tx.delete(moved);
          return true;
        });
    assertThat(customers.equal("Group", "10")).isEmpty();
    assertThat(customers.order("Name")).hasSize(1);
  }

  @Test
  void keepsRowsInTheOrderTheyCameWhateverIsChanged() {
    Row first = insert("US-002", "Contoso");
    insert("US-001", "Adatum");
    insert("US-003", "Fabrikam");

    world.write("d365", ANA, tx -> tx.update(first, Map.of("Name", "Renamed")));
    world.write(
        "d365",
        ANA,
        tx -> {
          tx.delete(customers.find("usmf|us-001"));
          return true;
        });

    assertThat(customers.rows())
        .extracting(row -> row.text("Name"))
        .containsExactly("Renamed", "Fabrikam");
    assertThat(customers.rows()).hasSize(2);
  }

  @Test
  void journalsWhatWasDeletedAndWhatWasMade() {
    Row row = insert("US-001", "Contoso");
    world.write(
        "d365",
        new Who("bo", null),
        tx -> {
          tx.delete(row);
          return true;
        });

    List<JournalEntry> entries = world.journal().after(0);
    assertThat(entries).extracting(JournalEntry::sequence).containsExactly(1L, 2L);
    assertThat(entries).extracting(JournalEntry::operation).containsExactly("create", "delete");
    assertThat(entries.get(0).after().toString()).isEqualTo(row.own().toString());
    assertThat(entries.get(1).before().toString()).isEqualTo(row.own().toString());
    assertThat(entries.get(1).key()).isEqualTo("usmf|us-001");
    assertThat(entries.get(1).requestId()).isNull();
  }

  @Test
  void stampsEachSaveLaterEvenWithinAMillisecond() {
    Instant first = world.stamp("d365");
    Instant second = world.stamp("d365");

    assertThat(first).isEqualTo(Instant.parse("2026-02-03T10:00:00.123Z"));
    assertThat(second).isEqualTo(first.plusMillis(1));
    assertThat(world.stamp("creatio")).isEqualTo(first);
  }

  @Test
  void makesTheSameIdsFromTheSameNumber() {
    World twin = new World(1, Clock.systemUTC());

    assertThat(world.newId()).isEqualTo(twin.newId());
    assertThat(world.newId().version()).isEqualTo(4);
  }
}
