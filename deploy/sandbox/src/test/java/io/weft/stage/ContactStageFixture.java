package io.weft.stage;

import static io.weft.stage.ContactScene.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One stage for all tests of a class, each of which has an account and contacts of its own. */
abstract class ContactStageFixture {
  @TempDir static Path directory;
  static ContactScene scene;
  static ObjectStage stage;
  private static int companies;

  @BeforeAll
  static void start() {
    scene = ContactScene.start(directory, "write", ContactScene::toBoth);
    stage = scene.stage;
  }

  @AfterEach
  void clean() {
    stage.control().delete("faults");
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  /** An account that a pass has made a customer. */
  static String customer(String name) {
    String account = account(name, Map.of());
    stage.seen(accountRef(account)).quiet();
    assertThat(stage.stores().links().linksOf(accountRef(account))).isNotEmpty();
    return account;
  }

  /** An account in Creatio, told to nobody. */
  static String account(String name, Map<String, String> more) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("Phone", "+1 206 555 0100");
    columns.put("UsrTaxNumber", "91-55%05d".formatted(++companies));
    columns.putAll(more);
    return scene.accounts.account(name, columns);
  }

  /** A contact of a customer of its own that stands in D365 as well. */
  static String linked(String company, String given, String surname, String email) {
    String contact = scene.contact(customer(company), given, surname, email);
    stage.seen(contactRef(contact)).quiet();
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    return contact;
  }

  static RecordRef contactRef(String id) {
    return RecordRef.creatio(SyncObjectName.CONTACT, id);
  }

  static RecordRef accountRef(String id) {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
  }

  static PairId pair(String contact, LegalEntity legalEntity) {
    return new PairId(SyncObjectName.CONTACT, legalEntity, contact);
  }

  static Link link(String contact, LegalEntity legalEntity) {
    return stage.stores().links().find(pair(contact, legalEntity)).orElseThrow();
  }

  /** The contact person that a contact is linked with. */
  static JsonNode person(String contact, LegalEntity legalEntity) {
    List<JsonNode> rows =
        scene.persons(legalEntity, "ContactPersonId", link(contact, legalEntity).d365Key());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** Contact persons of all legal entities. */
  static List<JsonNode> personsWithEmail(String email) {
    String path = "d365/ContactPersons?PrimaryEmailAddress=" + Control.encoded(email);
    return stage.control().get(path).path("value").valueStream().toList();
  }
}
