package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store, read by plain SQL. */
final class StoreView {
  private final String url;

  StoreView(String url) {
    this.url = url;
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> all(String sql, Reader<T> reader) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long number(String sql) {
    return all(sql, row -> row.getLong(1)).get(0);
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return inFlight() == 0 && openIntents() == 0;
  }

  /** Hints that neither ended nor wait for a person, or for a record that does. */
  long inFlight() {
    long nowhere =
        number(
            """
            SELECT COUNT(*) FROM hint h WHERE h.disposition IS NULL
              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.hint_id = h.id)
            """);
    Set<String> held = held();
    List<String> waiting =
        all("SELECT workflow FROM delivery WHERE disposition IS NULL", row -> row.getString(1));
    return nowhere + waiting.stream().filter(workflow -> !held.contains(workflow)).count();
  }

  private Set<String> held() {
    Set<String> parked = new LinkedHashSet<>(parked());
    List<Link> links = links();
    Set<String> held = new LinkedHashSet<>(parked);
    waiters().stream()
        .filter(waiter -> Pending.isHeldUp(waiter, links, parked))
        .forEach(waiter -> held.add(waiter.workflow()));
    return held;
  }

  /** Who waits for whom. */
  List<Waiter> waiters() {
    return all("SELECT waiting, pair, blocker, le FROM waiter", StoreView::waiter);
  }

  private static Waiter waiter(ResultSet row) throws SQLException {
    String[] blocker = row.getString("blocker").split("/");
    Place system = Place.valueOf(blocker[1].toUpperCase(Locale.ROOT));
    String waiting = row.getString("waiting");
    return new Waiter(
        row.getString("pair") == null ? "introduce/" + waiting : waiting,
        system,
        key(system, blocker[2], blocker[blocker.length - 1]),
        row.getString("le"));
  }

  long openIntents() {
    return number("SELECT COUNT(*) FROM intent WHERE outcome IS NULL");
  }

  /**
   * When the feeds whose name begins so last came to their end; the furthest behind, in micros; 0
   * if one never did.
   */
  long swept() {
    return number(
        "SELECT COALESCE(MIN(COALESCE(last_success, 0)), 0) FROM feed"
            + " WHERE name LIKE '%modified%' OR name LIKE '%delta%'");
  }

  List<Hint> hints() {
    return all(
        "SELECT id, side, le, record_key, seen_at, disposition, why FROM hint ORDER BY id",
        row -> {
          Place system = Place.valueOf(row.getString("side"));
          return new Hint(
              row.getLong("id"),
              system,
              key(system, row.getString("le"), row.getString("record_key")),
              row.getLong("seen_at"),
              row.getString("disposition"),
              row.getString("why"));
        });
  }

  private static String key(Place system, @Nullable String company, String key) {
    String whole = system == Place.D365 ? company + "|" + key : key;
    return whole.toLowerCase(Locale.ROOT);
  }

  List<Delivery> deliveries() {
    return all(
        "SELECT hint_id, workflow, disposition FROM delivery",
        row -> new Delivery(row.getLong(1), row.getString(2), row.getString(3)));
  }

  Map<String, Long> ledger() {
    Map<String, Long> ledger = new LinkedHashMap<>();
    all("SELECT name, amount FROM ledger", row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(shard -> ledger.merge(shard.getKey(), shard.getValue(), Long::sum));
    return ledger;
  }

  List<Link> links() {
    return all(
        "SELECT pair, le, creatio_id, d365_key, state FROM link",
        row ->
            new Link(
                Thing.of(row.getString(1)),
                row.getString(1),
                row.getString(2),
                key(Place.CREATIO, null, row.getString(3)),
                key(Place.D365, row.getString(2), row.getString(4)),
                row.getString(5)));
  }

  List<String> parked() {
    return all("SELECT workflow_id FROM parked", row -> row.getString(1));
  }

  /** Why the parked wait, for the reader of a failed run. */
  List<String> problems() {
    return all(
        "SELECT workflow_id, problem FROM parked", r -> r.getString(1) + ": " + r.getString(2));
  }

  /** What is under way, and whom it waits for, for the reader of a failed run. */
  List<String> underWay() {
    return all(
        """
        SELECT d.workflow, h.id, h.origin, h.seen_at, h.told_at, n.state, w.blocker, c.until
        FROM delivery d JOIN hint h ON h.id = d.hint_id
        LEFT JOIN link n ON n.pair = d.workflow
        LEFT JOIN waiter w ON w.waiting = d.workflow
        LEFT JOIN claim c ON c.pair = d.workflow
        WHERE d.disposition IS NULL ORDER BY h.id DESC
        """,
        StoreView::named);
  }

  private static String named(ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder("\n");
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      text.append(row.getMetaData().getColumnLabel(column)).append('=');
      text.append(row.getString(column)).append(' ');
    }
    return text.toString();
  }

  List<Entry> audit() {
    return audit("1 = 1");
  }

  /** The audit's rows of which this is true. */
  List<Entry> audit(String condition) {
    return all(
        "SELECT id, at_time, kind, subject, target, outcome, fields FROM audit WHERE "
            + condition
            + " ORDER BY id",
        StoreView::entry);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String target = row.getString("target");
    String[] path = target == null ? new String[0] : target.split("/");
    Place system = path.length < 3 ? null : Place.valueOf(path[1].toUpperCase(Locale.ROOT));
    String key = system == null ? "" : key(system, path[2], path[path.length - 1]);
    return new Entry(
        row.getLong("id"),
        row.getLong("at_time"),
        row.getString("kind"),
        row.getString("subject"),
        system,
        key,
        row.getString("outcome"),
        decisions(Objects.requireNonNullElse(row.getString("fields"), "[]")));
  }

  private static List<Decision> decisions(String json) {
    try {
      List<Decision> decisions = new ArrayList<>();
      for (JsonNode node : Http.JSON.readTree(json)) {
        decisions.add(
            new Decision(
                text(node, "field").replaceFirst("^[0-9A-Z]{20}/", ""), // of a line
                text(node, "verdict"),
                text(node, "before"),
                text(node, "after"),
                text(node, "rival")));
      }
      return decisions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).asText("");
    return text.equals("null") ? "" : SandboxView.plain(text);
  }
}
