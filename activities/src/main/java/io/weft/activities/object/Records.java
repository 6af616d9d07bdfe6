package io.weft.activities.object;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity on one side. Every method may throw a {@link
 * io.weft.activities.failure.RemoteException}; none retries by itself.
 */
public interface Records {
  /** The record as it is now, with every mapped field; empty if there is none. Safe to repeat. */
  Optional<Snapshot> read(RecordRef record);

  /**
   * What already answers to the key of a record that is to be created; for the look-up before and
   * after. More than one is a person's matter. Safe to repeat.
   */
  List<Snapshot> find(RecordRef wanted);

  /**
   * The same where D365 assigns the number: by our reference, or by what tells records apart.
   *
   * @param like what was sent, or the record of the other side that it is made from
   */
  default List<Snapshot> find(RecordRef wanted, Fields like) {
    return find(wanted);
  }

  /**
   * Creates the record under the key of {@code wanted}, fixed and stored before. Not to be repeated
   * after an unknown outcome before {@link #find} has looked.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict of kind EXISTS if the key is taken
   */
  void create(RecordRef wanted, Fields fields);

  /**
   * Writes the changes if the record has not moved since it was seen. The caller reads again.
   *
   * @throws io.weft.activities.failure.RemoteException.Conflict if it moved or is gone
   */
  void update(Snapshot seen, Fields changes);

  /**
   * The requests that these changes take, each with an audit row of its own: one for a record, one
   * per line for a document.
   */
  default List<Request> requests(RecordRef root, Fields changes) {
    return List.of(new Request(root, changes));
  }

  /**
   * Sends several requests of {@link #requests} at once: all are carried out or none. Throws as
   * {@link #update}.
   */
  default void updateAll(Snapshot seen, List<Request> requests) {
    requests.forEach(request -> update(seen, request.changes()));
  }

  /**
   * What was read, part by part, in a form that is equal for equal content: one part for a record
   * or for one step of a document, for a whole document one per step.
   */
  default List<String> parts(Snapshot read) {
    return List.of(Digest.of(read.fields()));
  }

  /** As {@link #read} for each of several records, in as few requests as may be; in their order. */
  default List<Optional<Snapshot>> readAll(List<RecordRef> records) {
    return records.stream().map(this::read).toList();
  }

  /**
   * Writes several records, in as few requests as may be, each for itself. Returns in their order
   * what stopped each, as {@link #create} or {@link #update} would have thrown it; empty where it
   * was done. Where no answer came to all of them, each is {@code Unavailable}.
   */
  default List<Optional<RemoteException>> writeAll(List<Writing> writings) {
    List<Optional<RemoteException>> stopped = new ArrayList<>();
    for (Writing writing : writings) {
      try {
        write(writing);
        stopped.add(Optional.empty());
      } catch (RemoteException e) {
        stopped.add(Optional.of(e));
      }
    }
    return stopped;
  }

  /**
   * How many records had best be written together, so that {@link #writeAll} takes a second or two
   * as the system answers at present. Sends nothing.
   */
  default int writtenAtOnce() {
    return 100;
  }

  private void write(Writing writing) {
    if (writing.seen() == null) {
      create(writing.target(), writing.fields());
    } else {
      update(writing.seen(), writing.fields());
    }
  }

  /** Whether {@link #writeAll} sends {@link Writing#shown} along; otherwise it is left out. */
  default boolean showsAlong() {
    return false;
  }

  /**
   * One record of several to be written.
   *
   * @param seen the record as it was read; null to create it
   * @param shown columns of {@link StateOnRecord} for the same request; none for nothing
   */
  record Writing(RecordRef target, Fields fields, @Nullable Snapshot seen, Fields shown) {}

  /** One remote write of an update: the record or line that it goes to, and the changed fields. */
  record Request(RecordRef target, Fields changes) {}
}
