package io.weft.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.Link;
import io.weft.activities.store.LoadPair;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A stage with contacts switched on in usmf, and who is entered there. */
final class ContactScene implements AutoCloseable {
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");
  static final String ANA = "Ana Ruiz";
  private static final int BATCH = 25;

  final ObjectStage stage;
  final LoadStage accounts;
  final LoadStage contacts;

  private ContactScene(ObjectStage stage) {
    this.stage = stage;
    this.accounts = new LoadStage(stage, BATCH);
    this.contacts = new LoadStage(stage, BATCH, SyncObjectName.CONTACT);
  }

  static ContactScene start(Path directory) {
    return start(directory, "write");
  }

  static ContactScene start(Path directory, String mode) {
    return start(directory, mode, settings -> settings);
  }

  /** The same with other settings as well. */
  static ContactScene start(Path directory, String mode, UnaryOperator<String> change) {
    String accounts = "  account-customer:\n    mode: write";
    String both = accounts + "\n  contact:\n    mode: " + mode;
    return new ContactScene(
        ObjectStage.start(directory, settings -> change.apply(settings.replace(accounts, both))));
  }

  /** Settings by which accounts of the business unit "both" go to usmf and demf. */
  static String toBoth(String settings) {
    return settings.replace(
        "    rules:\n", "    rules:\n      - {when: {UsrBusinessUnit: both}, to: [usmf, demf]}\n");
  }

  /** Loads of an object into another legal entity. */
  LoadStage into(LegalEntity legalEntity, SyncObjectName object) {
    return new LoadStage(stage, BATCH, object, legalEntity);
  }

  /** An account that is a customer: there in both systems and linked by a load of accounts. */
  String customer(int number, String name) {
    String account = accounts.account(name, Map.of("UsrTaxNumber", "91-%07d".formatted(number)));
    accounts.whole(number, Creation.TO_D365);
    return account;
  }

  /** Somebody enters a contact; returns its id. */
  String contact(String account, String given, String surname, String email) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("Name", (given + " " + surname).strip());
    columns.put("GivenName", given);
    columns.put("Surname", surname);
    columns.put("Email", email);
    if (!account.isEmpty()) {
      columns.put("AccountId", account);
    }
    return stage.users().newInCreatio(ANA, "Contact", columns);
  }

  /** Finance enters a contact person of an account's customer; returns its number. */
  String person(String account, String first, String last, String email) {
    return personOf(party(account), first, last, email);
  }

  /** The same for any party. */
  String personOf(String party, String first, String last, String email) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("dataAreaId", USMF.id());
    fields.put("AssociatedPartyNumber", party);
    fields.put("FirstName", first);
    fields.put("LastName", last);
    fields.put("PrimaryEmailAddress", email);
    return stage
        .users()
        .newInD365("Finance", "ContactPersons", fields)
        .path("ContactPersonId")
        .asText();
  }

  void edit(String contact, Map<String, ?> columns) {
    stage.users().editInCreatio(ANA, "Contact", contact, columns);
  }

  JsonNode inCreatio(String contact) {
    return stage.users().inCreatio("Contact", contact).orElseThrow();
  }

  /** Contact persons of usmf by a field. */
  List<JsonNode> persons(String field, String value) {
    return persons(USMF, field, value);
  }

  List<JsonNode> persons(LegalEntity legalEntity, String field, String value) {
    return stage.users().inD365("ContactPersons", legalEntity.id(), field, value);
  }

  JsonNode customerRow(String account) {
    return customerRow(account, USMF);
  }

  private JsonNode customerRow(String account, LegalEntity legalEntity) {
    PairId pair = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, legalEntity, account);
    Link link = stage.stores().links().find(pair).orElseThrow();
    return stage.users().customer(legalEntity.id(), link.d365Key()).orElseThrow();
  }

  String party(String account) {
    return party(account, USMF);
  }

  String party(String account, LegalEntity legalEntity) {
    return customerRow(account, legalEntity).path("PartyNumber").asText();
  }

  /** What a load of contacts made of one of Creatio. */
  LoadPair pair(int load, String contact) {
    return contacts.pairs(load).stream()
        .filter(pair -> contact.equals(pair.creatioKey()))
        .findFirst()
        .orElseThrow();
  }

  long journal() {
    return stage.control().get("state").path("journal").asLong();
  }

  /** What others than the systems themselves have written since. */
  List<JsonNode> written(long since) {
    List<JsonNode> entries = new ArrayList<>();
    stage.control().get("journal?after=" + since).path("entries").forEach(entries::add);
    entries.removeIf(entry -> entry.path("client").asText().equals("server"));
    return entries;
  }

  @Override
  public void close() {
    stage.close();
  }
}
