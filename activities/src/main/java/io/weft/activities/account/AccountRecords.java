package io.weft.activities.account;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.Records;
import io.weft.activities.rule.Scope;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import java.nio.charset.StandardCharsets;
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

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>(rows.body(fields));
    body.putIfAbsent("TypeId", Scope.CUSTOMER);
    client.create(AccountRows.SET, wanted.key(), body);
    if (!fields.get(AccountRows.EMAIL).isAbsent()) {
      afterAWrite(() -> createEmail(wanted.key(), fields.get(AccountRows.EMAIL)));
    }
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
      String what = "the account was written, its e-mail address was not: " + e.getMessage();
      throw new RemoteException.Unavailable(e.system(), e.call(), what, true, e.retryAfter(), e);
    }
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
    Value row = seen.fields().get(AccountRows.EMAIL_ROW);
    if (row.isAbsent() && !email.isAbsent()) {
      createEmail(seen.record().key(), email);
    } else if (!row.isAbsent() && email.isAbsent()) {
      client.delete(EMAILS, row.text());
    } else if (!row.isAbsent()) {
      Map<String, Object> number = new LinkedHashMap<>();
      number.put("Number", CreatioValues.write(Type.EMAIL, email));
      client.patch(EMAILS, row.text(), number);
    }
  }

  private void createEmail(String account, Value email) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("AccountId", account);
    body.put("CommunicationTypeId", AccountRows.EMAIL_TYPE);
    body.put("Number", CreatioValues.write(Type.EMAIL, email));
    body.put("Primary", true);
    client.create(EMAILS, emailRowId(account, email), body);
  }

  /** The same address makes the same row, so that a repeated create is noticed. */
  private static String emailRowId(String account, Value email) {
    byte[] name = ("weft/email/" + account + "/" + email.text()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
