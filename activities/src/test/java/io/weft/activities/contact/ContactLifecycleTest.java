package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.creatio.MergeHistory;
import io.weft.activities.object.Standing;
import io.weft.activities.rule.Scope;
import io.weft.activities.settings.ContactSettings.OnMove;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.Both;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ContactLifecycleTest {
  private final ContactWorld world = new ContactWorld();
  private final ContactLifecycle lifecycle =
      new ContactLifecycle(
          new MergeHistory(ContactWorld.creatio()),
          world.scope,
          world.home(OnMove.DEACTIVATE_OLD),
          "UsrD365ContactId");

  private Standing standing(Link link, @Nullable Snapshot contact, @Nullable Snapshot person) {
    return lifecycle.standing(link, new Both<>(contact, person), new Both<>(true, true));
  }

  @Test
  void aDeletionEndsThePairAndNothingElse() {
    Link link = world.contact(ContactWorld.USMF, "000017", LinkState.LIVE);

    assertThat(standing(link, null, ContactWorld.personOf("P1", false)))
        .isInstanceOfSatisfying(
            Standing.Over.class, over -> assertThat(over.state()).isEqualTo(LinkState.GONE));
    assertThat(standing(link, ContactWorld.contactOf(ContactWorld.ACME), null))
        .isInstanceOfSatisfying(
            Standing.Over.class, over -> assertThat(over.state()).isEqualTo(LinkState.GONE));
  }

  @Test
  void anUnannouncedAbsenceIsForAPerson() {
    Link link = world.contact(ContactWorld.USMF, "000017", LinkState.LIVE);
    Both<Boolean> silence = new Both<>(false, false);

    assertThat(
            lifecycle.standing(link, new Both<>(null, ContactWorld.personOf("P1", false)), silence))
        .isInstanceOf(Standing.Unclear.class);
    assertThat(
            lifecycle.standing(
                link, new Both<>(ContactWorld.contactOf(ContactWorld.ACME), null), silence))
        .isInstanceOf(Standing.Unclear.class);
  }

  @Test
  void anEmployeeLeavesTheScope() {
    Link link = world.contact(ContactWorld.USMF, "000017", LinkState.LIVE);
    Snapshot contact = ContactWorld.contactOf(ContactWorld.ACME);
    Snapshot employee =
        new Snapshot(
            contact.record(),
            contact.fields().with("Type", new Value.Reference(Scope.EMPLOYEE)),
            null,
            null,
            null);

    assertThat(standing(link, employee, ContactWorld.personOf("P1", false)))
        .isInstanceOfSatisfying(
            Standing.Over.class,
            over -> assertThat(over.state()).isEqualTo(LinkState.OUT_OF_SCOPE));
  }

  @Test
  void whoComesBackIsWoken() {
    Link back =
        world.contact(
            ContactWorld.USMF,
            Reference.moved(ContactWorld.CONTACT, ContactWorld.ACME),
            LinkState.RESERVED);
    Snapshot contact = ContactWorld.contactOf(ContactWorld.ACME);

    Fields woken =
        lifecycle.upkeep(back, new Both<>(contact, ContactWorld.personOf("P1", true))).d365();
    assertThat(woken).isEqualTo(Fields.of("IsInactive", new Value.Flag(false)));
    assertThat(
            lifecycle
                .upkeep(back, new Both<>(contact, ContactWorld.personOf("P1", false)))
                .d365()
                .isEmpty())
        .isTrue();
  }

  @Test
  void itLearnsThePersonAndGoesLive() {
    Link link =
        world.contact(ContactWorld.USMF, Reference.first(ContactWorld.CONTACT), LinkState.RESERVED);
    Snapshot person = ContactWorld.personOf("P1", false);
    Snapshot known =
        new Snapshot(
            person.record(),
            person.fields().with("ContactPersonPartyNumber", new Value.Code("P9")),
            "etag",
            null,
            null);

    LinkChange learned =
        lifecycle.learned(link, new Both<>(ContactWorld.contactOf(ContactWorld.ACME), known));
    assertThat(learned.state()).isEqualTo(LinkState.LIVE);
    assertThat(learned.partyNumber()).isEqualTo("P9");
  }
}
