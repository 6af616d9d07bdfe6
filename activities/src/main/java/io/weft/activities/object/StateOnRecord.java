package io.weft.activities.object;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;
import io.weft.activities.object.Records.Request;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a record stands, shown in two columns of the record itself, so that sales people see it
 * without opening anything else. Outside every comparison. A site without them shows nothing.
 */
public final class StateOnRecord {
  private static final String STATUS = "D365SyncStatus";
  private static final String MESSAGE = "D365SyncMessage";
  private static final int LONGEST_STATUS = 50;
  private static final int LONGEST_MESSAGE = 500;

  private final CreatioClient client;
  private final String set;
  private final String status;
  private final String message;

  /**
   * The columns of one set.
   *
   * @param prefix what custom columns of the site begin with, {@code Usr} for example
   */
  public StateOnRecord(CreatioClient client, String set, String prefix) {
    this.client = client;
    this.set = set;
    this.status = prefix + STATUS;
    this.message = prefix + MESSAGE;
  }

  /** Whether the site has the columns. */
  public boolean isThere() {
    return client.metadata().has(set, status) && client.metadata().has(set, message);
  }

  /** What is written to show this. */
  public Fields fields(String state, String sentence) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(status, Values.text(cut(state, LONGEST_STATUS)));
    fields.put(message, Values.text(cut(sentence, LONGEST_MESSAGE)));
    return Fields.of(fields);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** Whether a write was of this kind: whether it arrived matters to no comparison. */
  public boolean isOnly(Fields sent) {
    return List.of(status, message).containsAll(sent.names());
  }

  /** What the record shows now; empty if it is not there. Safe to repeat. */
  public Optional<Fields> shown(RecordRef record) {
    return client
        .get(set, record.key(), Columns.of(status, message))
        .map(row -> fields(text(row, status), text(row, message)));
  }

  private static String text(Row row, String column) {
    String text = row.text(column);
    return text == null ? "" : text;
  }

  /** Writes it. Safe to repeat; throws what the client throws. */
  public void show(RecordRef record, Fields fields) {
    client.patch(set, record.key(), body(fields));
  }

  /** Writes it on many; returns in their order what stopped each, as {@link Records#writeAll}. */
  public List<Optional<RemoteException>> showAll(List<Request> requests) {
    List<Write> writes =
        requests.stream()
            .<Write>map(r -> new Write.Update(set, r.target().key(), body(r.changes())))
            .toList();
    return InOne.sent(
        writes.size(), () -> client.batch(writes).stream().map(StateOnRecord::stopped).toList());
  }

  private static Optional<RemoteException> stopped(WriteResult result) {
    return result instanceof WriteResult.Failed failed
        ? Optional.of(failed.failure())
        : Optional.empty();
  }

  /** Its columns as they are sent. */
  public static Map<String, Object> body(Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach((name, value) -> body.put(name, value.text()));
    return body;
  }
}
