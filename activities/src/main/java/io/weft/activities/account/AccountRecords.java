package io.weft.activities.account;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.creatio.Expand;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.object.InOne;
import io.weft.activities.object.Records;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.rule.Scope;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts in Creatio, with their e-mail row.
 *
 * <p>Creatio has no row version. {@link #update} trusts that the caller has just read the record;
 * in strict mode it sends the seen values along, so that Creatio itself refuses a write to a record
 * that has moved.
 */
public final class AccountRecords implements Records {
  /** Each may take two parts of a batch of a hundred. */
  private static final int AT_ONCE = 50;

  private static final String EMAILS = "AccountCommunication";

  private final CreatioClient client;
  private final AccountRows rows;
  private final boolean strict;

  public AccountRecords(CreatioClient client, AccountRows rows, boolean strict) {
    this.client = client;
    this.rows = rows;
    this.strict = strict;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    return client
        .get(AccountRows.SET, record.key(), rows.columns(), rows.expand())
        .map(rows::snapshot);
  }

  /** By or-chains over their ids. */
  @Override
  public List<Optional<Snapshot>> readAll(List<RecordRef> records) {
    return InOne.read(this, records, record -> true, RecordRef::key, this::query);
  }

  private List<Snapshot> query(List<List<RecordRef>> portions) {
    List<CreatioQuery> queries = portions.stream().map(this::of).toList();
    return Page.rows(client.queryAll(AccountRows.SET, queries)).stream()
        .map(rows::snapshot)
        .toList();
  }

  private CreatioQuery of(List<RecordRef> some) {
    CreatioFilter[] ids =
        some.stream()
            .map(record -> CreatioFilter.lookup("Id", record.key()))
            .toArray(CreatioFilter[]::new);
    return CreatioQuery.of(rows.columns())
        .with(rows.expand().toArray(Expand[]::new))
        .where(CreatioFilter.any(ids))
        .top(some.size() + 1);
  }

  @Override
  public boolean showsAlong() {
    return !strict;
  }

  /** In strict mode one by one: no batch compares the old values. */
  @Override
  public List<Optional<RemoteException>> writeAll(List<Writing> writings) {
    if (strict) {
      return Records.super.writeAll(writings);
    }
    List<Optional<RemoteException>> stopped = new ArrayList<>();
    for (int from = 0; from < writings.size(); from += AT_ONCE) {
      List<Writing> some = writings.subList(from, Math.min(from + AT_ONCE, writings.size()));
      stopped.addAll(InOne.sent(some.size(), () -> batch(some)));
    }
    return stopped;
  }

  /** Some come with their e-mail row, most without. */
  @Override
  public int writtenAtOnce() {
    return client.writesAtOnce() * 2 / 3;
  }

  /** An account and its e-mail row are parts of one batch: where only one is done, nobody knows. */
  private List<Optional<RemoteException>> batch(List<Writing> writings) {
    List<List<Write>> parts = writings.stream().map(this::writes).toList();
    List<WriteResult> results = client.batch(parts.stream().flatMap(List::stream).toList());
    List<Optional<RemoteException>> stopped = new ArrayList<>();
    int at = 0;
    for (List<Write> some : parts) {
      stopped.add(stopped(results.subList(at, at + some.size())));
      at += some.size();
    }
    return stopped;
  }

  private List<Write> writes(Writing writing) {
    List<Write> writes = new ArrayList<>();
    Fields fields = writing.fields();
    Snapshot seen = writing.seen();
    String id = writing.target().key();
    Value email = fields.get(AccountRows.EMAIL);
    Map<String, Object> shown = StateOnRecord.body(writing.shown());
    if (seen == null) {
      Map<String, Object> body = newBody(fields);
      body.putAll(shown);
      writes.add(new Write.Create(AccountRows.SET, id, body));
      if (!email.isAbsent()) {
        writes.add(newEmail(id, email));
      }
      return writes;
    }
    Map<String, Object> body = new LinkedHashMap<>(rows.body(fields));
    body.putAll(shown);
    if (!body.isEmpty()) {
      writes.add(new Write.Update(AccountRows.SET, id, body));
    }
    if (fields.has(AccountRows.EMAIL)) {
      changedEmail(seen, email).ifPresent(writes::add);
    }
    return writes;
  }

  private static Optional<RemoteException> stopped(List<WriteResult> results) {
    List<RemoteException> failures =
        results.stream()
            .filter(WriteResult.Failed.class::isInstance)
            .map(failed -> ((WriteResult.Failed) failed).failure())
            .toList();
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    RemoteException first = failures.get(0);
    boolean half = failures.size() < results.size();
    return Optional.of(half ? halfDone(first) : first);
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    client.create(AccountRows.SET, wanted.key(), newBody(fields));
    if (!fields.get(AccountRows.EMAIL).isAbsent()) {
      afterAWrite(() -> alone(newEmail(wanted.key(), fields.get(AccountRows.EMAIL))));
    }
  }

  private Map<String, Object> newBody(Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>(rows.body(fields));
    body.putIfAbsent("TypeId", Scope.CUSTOMER);
    return body;
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    Map<String, Object> body = rows.body(changes);
    if (!body.isEmpty()) {
      patch(seen, changes, body);
    }
    if (changes.has(AccountRows.EMAIL)) {
      Runnable email = () -> updateEmail(seen, changes.get(AccountRows.EMAIL));
      if (body.isEmpty()) {
        email.run();
      } else {
        afterAWrite(email);
      }
    }
  }

  /**
   * Half is done by now, so that no failure means that nothing was: the outcome is unknown, and the
   * next attempt looks. What is refused is refused again when it is sent alone.
   */
  private static void afterAWrite(Runnable rest) {
    try {
      rest.run();
    } catch (RemoteException e) {
      throw halfDone(e);
    }
  }

  private static RemoteException halfDone(RemoteException e) {
    String what = "of the account and its e-mail address only one was written: " + e.getMessage();
    return new RemoteException.Unavailable(e.system(), e.call(), what, true, e.retryAfter(), e);
  }

  private void patch(Snapshot seen, Fields changes, Map<String, Object> body) {
    if (strict) {
      Fields old = seen.fields().only(List.copyOf(changes.names()));
      client.patchIfUnchanged(AccountRows.SET, seen.record().key(), rows.body(old), body);
    } else {
      client.patch(AccountRows.SET, seen.record().key(), body);
    }
  }

  private void updateEmail(Snapshot seen, Value email) {
    changedEmail(seen, email).ifPresent(this::alone);
  }

  private void alone(Write write) {
    if (write instanceof Write.Create create) {
      client.create(create.set(), create.id(), create.body());
    } else if (write instanceof Write.Update update) {
      client.patch(update.set(), update.id(), update.body());
    } else {
      client.delete(write.set(), write.id());
    }
  }

  private static Optional<Write> changedEmail(Snapshot seen, Value email) {
    Value row = seen.fields().get(AccountRows.EMAIL_ROW);
    if (row.isAbsent()) {
      return email.isAbsent()
          ? Optional.empty()
          : Optional.of(newEmail(seen.record().key(), email));
    }
    if (email.isAbsent()) {
      return Optional.of(new Write.Delete(EMAILS, row.text()));
    }
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("Number", CreatioValues.write(Type.EMAIL, email));
    return Optional.of(new Write.Update(EMAILS, row.text(), number));
  }

  private static Write newEmail(String account, Value email) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("AccountId", account);
    body.put("CommunicationTypeId", AccountRows.EMAIL_TYPE);
    body.put("Number", CreatioValues.write(Type.EMAIL, email));
    body.put("Primary", true);
    return new Write.Create(EMAILS, emailRowId(account, email), body);
  }

  /** The same address makes the same row, so that a repeated create is noticed. */
  private static String emailRowId(String account, Value email) {
    byte[] name = ("weft/email/" + account + "/" + email.text()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
