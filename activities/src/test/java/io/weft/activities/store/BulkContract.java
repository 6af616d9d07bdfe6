package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.merge.Base;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore.Announcement;
import io.weft.activities.store.PassStore.Confirmation;
import io.weft.activities.store.PassStore.Ending;
import io.weft.activities.store.PassStore.Opening;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many pairs in one transaction: as many passes would have left them, nobody hurt by another. */
abstract class BulkContract extends StoreContract {
  private static final Both<Base> BASES = new Both<>(Base.of(name("c")), Base.of(name("d")));

  private static <T> T stored(Each<T> each) {
    assertThat(each).isInstanceOf(Each.Stored.class);
    return ((Each.Stored<T>) each).result();
  }

  private static void leftOut(Each<?> each, Class<? extends StoreException> why) {
    assertThat(each)
        .isInstanceOfSatisfying(Each.LeftOut.class, out -> assertThat(out.why()).isInstanceOf(why));
  }

  private List<Each<Sheet>> openBoth(Link one, Link other) {
    return stores
        .passes()
        .openAll(
            List.of(
                new Opening(one.pair(), holder("load")),
                new Opening(other.pair(), holder("load"))));
  }

  @Test
  void aClaimedRecordIsLeftOutAndItsNeighbourIsOpened() {
    Link bolt = linked(USMF, BOLT, "US-2");
    Link acme = linked(USMF, ACME, "US-1");
    Sheet live = opened(acme);

    List<Each<Sheet>> opened = openBoth(bolt, acme);

    assertThat(stored(opened.get(0)).link()).isEqualTo(bolt);
    leftOut(opened.get(1), StoreException.Claimed.class);
    stores.passes().settle(live, Done.nothing().settlement()); // its claim was not touched
  }

  @Test
  void aHalfTakenClaimIsGivenBack() {
    Link american = linked(USMF, ACME, "US-1");
    Link german = linked(DEMF, ACME, "DE-1");
    Sheet live = opened(american); // holds the account that both share

    leftOut(openBoth(german, linked(USMF, BOLT, "US-2")).get(0), StoreException.Claimed.class);
    stores.passes().release(live);

    assertThat(opened(german).fences().d365()).isEqualTo(1);
  }

  @Test
  void manyAreAnnouncedConfirmedAndSettledAsOne() {
    Link bolt = linked(USMF, BOLT, "US-2");
    Link acme = linked(USMF, ACME, "US-1");
    StoredHint hint = accept(account(ACME));
    List<Sheet> sheets = openBoth(bolt, acme).stream().map(BulkContract::stored).toList();

    stores
        .passes()
        .announceAll(
            List.of(
                new Announcement(
                    sheets.get(0), List.of(intent("i-bolt", bolt, Side.D365, "a", "b"))),
                new Announcement(
                    sheets.get(1), List.of(intent("i-acme", acme, Side.D365, "a", "b")))));
    stores
        .passes()
        .confirmAll(
            List.of(
                new Confirmation(
                    sheets.get(0),
                    List.of(new IntentResult("i-bolt", Outcome.APPLIED, "answered")),
                    BASES),
                new Confirmation(
                    sheets.get(1),
                    List.of(new IntentResult("i-acme", Outcome.REFUSED, "refused")),
                    new Both<>(null, null))));
    List<Each<Settled>> settled =
        stores
            .passes()
            .settleAll(
                List.of(
                    new Ending(sheets.get(0), Done.nothing().settlement()),
                    new Ending(
                        sheets.get(1),
                        Done.nothing().cover(hint.id(), Disposition.EQUAL).settlement())));

    assertThat(settled).allSatisfy(each -> assertThat(stored(each).more()).isFalse());
    assertThat(opened(bolt).bases()).isEqualTo(BASES);
    assertThat(opened(acme).openIntents()).isEmpty();
    assertThat(stores.audit().after(0, 10))
        .extracting(AuditStore.Entry::outcome)
        .containsExactlyInAnyOrder("APPLIED", "REFUSED");
    assertThat(balanced().equal()).isEqualTo(1);
  }

  @Test
  void anOvertakenPairChangesNothingAndItsNeighbourSettles() {
    Link bolt = linked(USMF, BOLT, "US-2");
    Link acme = linked(USMF, ACME, "US-1");
    List<Sheet> sheets = openBoth(bolt, acme).stream().map(BulkContract::stored).toList();
    Sheet twin = stores.passes().open(bolt.pair(), holder("load"));
    Settlement done =
        Done.nothing()
            .base(Side.CREATIO, Base.of(name("c")), null)
            .base(Side.D365, Base.of(name("d")), null)
            .settlement();

    List<Each<Settled>> settled =
        stores
            .passes()
            .settleAll(List.of(new Ending(sheets.get(0), done), new Ending(sheets.get(1), done)));

    leftOut(settled.get(0), StoreException.Overtaken.class);
    stored(settled.get(1));
    assertThat(opened(acme).bases()).isEqualTo(BASES);
    stores.passes().settle(twin, Done.nothing().settlement());
    assertThat(opened(bolt).bases().d365()).isNull();
  }

  @Test
  void anOvertakenSuccessCorrectsWhatWasTakenForUnknown() {
    Link bolt = linked(USMF, BOLT, "US-2");
    Link acme = linked(USMF, ACME, "US-1");
    List<Sheet> sheets = openBoth(bolt, acme).stream().map(BulkContract::stored).toList();
    stores.passes().announce(sheets.get(0), List.of(intent("i", bolt, Side.D365, "a", "b")));
    Sheet twin = stores.passes().open(bolt.pair(), holder("load"));
    stores.passes().settle(twin, Done.nothing().result("i", Outcome.UNKNOWN).settlement());

    Each<Sheet> late =
        stores
            .passes()
            .confirmAll(
                List.of(
                    new Confirmation(
                        sheets.get(0),
                        List.of(new IntentResult("i", Outcome.APPLIED, "answered")),
                        BASES)))
            .get(0);

    leftOut(late, StoreException.Overtaken.class);
    assertThat(stores.audit().after(0, 10))
        .extracting(AuditStore.Entry::outcome)
        .containsExactly("APPLIED");
    assertThat(opened(bolt).deliveries()).hasSize(1);
  }
}
