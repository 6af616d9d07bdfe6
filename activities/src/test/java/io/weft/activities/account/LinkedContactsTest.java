package io.weft.activities.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LinkedContactsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final String EVA = "cccccccc-0000-4000-8000-000000000001";

  private final MemoryStores stores = new MemoryStores(Clock.systemUTC());
  private final LookUps creatio =
      new MapLookUps(
          Map.of(
              "Contact",
              List.of(new LookUps.Entry(EVA, Map.of("Name", "Eva", "UsrD365ContactId", "old")))),
          Map.of());

  private void link(LegalEntity legalEntity, String key) {
    stores
        .links()
        .link(
            new LinkWanted(
                new PairId(SyncObjectName.CONTACT, legalEntity, EVA),
                key,
                null,
                null,
                Side.CREATIO,
                false,
                true,
                List.of()));
  }

  @Test
  void eachLegalEntityHasItsOwnNumber() {
    link(USMF, "000017");
    link(DEMF, "000444");

    assertThat(in(USMF).byId("Contact", EVA).orElseThrow().column("UsrD365ContactId"))
        .isEqualTo("000017");
    assertThat(in(DEMF).byId("Contact", EVA).orElseThrow().column("UsrD365ContactId"))
        .isEqualTo("000444");
    assertThat(in(DEMF).byColumn("Contact", "UsrD365ContactId", "000444"))
        .extracting(LookUps.Entry::id)
        .containsExactly(EVA);
    assertThat(in(USMF).byColumn("Contact", "UsrD365ContactId", "000444")).isEmpty();
  }

  @Test
  void whoIsNotLinkedHasNone() {
    link(DEMF, "ref:" + EVA);

    assertThat(in(USMF).byId("Contact", EVA).orElseThrow().column("UsrD365ContactId")).isEmpty();
    assertThat(in(DEMF).byId("Contact", EVA).orElseThrow().column("UsrD365ContactId")).isEmpty();
    assertThat(in(USMF).byColumn("Contact", "Name", "Eva")).hasSize(1);
  }

  private LinkedContacts in(LegalEntity legalEntity) {
    return new LinkedContacts(creatio, stores.links(), legalEntity);
  }
}
