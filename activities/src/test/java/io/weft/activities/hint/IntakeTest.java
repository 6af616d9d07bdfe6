package io.weft.activities.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.object.Mode;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final FakeHints store = new FakeHints();
  private final FakeSwitches switches = new FakeSwitches();
  private final List<String> counts = new ArrayList<>();
  private final Intake intake =
      new Intake(
          store::accept,
          switches,
          (origin, what, number) -> counts.add(origin + " " + what + " " + number));

  @Test
  void storesHintsInTheirOrder() {
    List<StoredHint> stored = intake.accept(List.of(Hints.hint(2), Hints.hint(1)));

    assertThat(stored)
        .extracting(s -> s.hint().record())
        .containsExactly(Hints.account(2), Hints.account(1));
    assertThat(store.transactions).containsExactly(2);
    assertThat(counts).containsExactly("WEBHOOK ACCEPTED 1", "WEBHOOK ACCEPTED 1");
  }

  @Test
  void asksTheStoreNothingForNothing() {
    assertThat(intake.accept(List.of())).isEmpty();
    assertThat(store.transactions).isEmpty();
  }

  @Test
  void storesAHintOfAnObjectThatIsOffAsFiltered() {
    RecordRef contact = RecordRef.creatio(SyncObjectName.CONTACT, Hints.account(1).key());

    List<StoredHint> stored = intake.accept(List.of(Hints.hint(contact)));

    assertThat(store.accepted)
        .extracting(Incoming::filtered)
        .containsExactly("contact is switched off");
    assertThat(stored.get(0).unknown()).isFalse();
    assertThat(counts).containsExactly("WEBHOOK FILTERED 1");
  }

  @Test
  void judgesARecordOfD365ByItsLegalEntity() {
    switches.set(FakeSwitches.DEMF, Mode.OFF);

    intake.accept(List.of(customer("usmf"), customer("demf"), customer("frmf")));

    assertThat(store.accepted)
        .extracting(Incoming::filtered)
        .containsExactly(
            null,
            "account-customer is switched off in demf",
            "account-customer is switched off in frmf");
  }

  @Test
  void takesARecordOfCreatioAsLongAsOneLegalEntityIsOn() {
    switches.set(FakeSwitches.USMF, Mode.OFF);
    intake.accept(List.of(Hints.hint(1)));
    switches.set(FakeSwitches.DEMF, Mode.OFF);
    intake.accept(List.of(Hints.hint(1)));

    assertThat(store.accepted)
        .extracting(Incoming::filtered)
        .containsExactly(null, "account-customer is switched off");
  }

  @Test
  void takesHintsOfWhatIsFrozen() {
    switches.set(FakeSwitches.USMF, Mode.FREEZE);

    intake.accept(List.of(customer("usmf")));

    assertThat(store.accepted).extracting(Incoming::filtered).containsOnlyNulls();
  }

  @Test
  void countsNothingThatWasNotStored() {
    store.failWith(FakeHints.away());

    assertThatThrownBy(() -> intake.accept(List.of(Hints.hint(1))))
        .isInstanceOf(StoreException.Unavailable.class);
    assertThat(counts).isEmpty();
  }

  private static Hint customer(String legalEntity) {
    return Hint.of(
        RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity(legalEntity), "US-001"),
        Origin.EVENT,
        Hints.NOON);
  }
}
