package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.object.Need;
import io.weft.activities.object.Standing;
import io.weft.activities.settings.ContactSettings.OnMove;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ContactHomeTest {
  private ContactWorld world;
  private Link link;

  @BeforeEach
  void make() {
    world = new ContactWorld();
    world.account(ContactWorld.ACME, ContactWorld.USMF, "P1", LinkState.LIVE);
    link = world.contact(ContactWorld.USMF, "000017", LinkState.LIVE);
  }

  private Standing standing(OnMove onMove, String account, String party, boolean inactive) {
    return world
        .home(onMove)
        .of(link, ContactWorld.contactOf(account), ContactWorld.personOf(party, inactive));
  }

  @Test
  void staysWithItsCustomer() {
    assertThat(standing(OnMove.DEACTIVATE_OLD, ContactWorld.ACME, "P1", false))
        .isInstanceOf(Standing.Live.class);
  }

  @Test
  void aMoveRetiresTheOldOne() {
    world.account(ContactWorld.OTHER, ContactWorld.USMF, "P2", LinkState.LIVE);

    Standing standing = standing(OnMove.DEACTIVATE_OLD, ContactWorld.OTHER, "P1", false);

    assertThat(standing).isInstanceOf(Standing.Moved.class);
    Standing.Moved moved = (Standing.Moved) standing;
    assertThat(moved.farewell().d365().get("IsInactive")).isEqualTo(new Value.Flag(true));
    assertThat(Provisional.is(moved.newKey())).isTrue();
    assertThat(moved.newKey()).contains(ContactWorld.CONTACT).contains(ContactWorld.OTHER);
  }

  @Test
  void theOldOneStaysIfTheSettingsSaySo() {
    world.account(ContactWorld.OTHER, ContactWorld.USMF, "P2", LinkState.LIVE);

    Standing standing = standing(OnMove.KEEP_OLD, ContactWorld.OTHER, "P1", false);

    assertThat(((Standing.Moved) standing).farewell().d365().isEmpty()).isTrue();
  }

  @Test
  void askedAPersonSaysSoByMakingTheOldOneInactive() {
    world.account(ContactWorld.OTHER, ContactWorld.USMF, "P2", LinkState.LIVE);

    assertThat(standing(OnMove.ASK, ContactWorld.OTHER, "P1", false))
        .isInstanceOf(Standing.Unclear.class);
    assertThat(standing(OnMove.ASK, ContactWorld.OTHER, "P1", true))
        .isInstanceOf(Standing.Moved.class);
  }

  @Test
  void aCustomerThatIsGoneIsNoMove() {
    ContactWorld other = new ContactWorld();
    other.account(ContactWorld.ACME, ContactWorld.USMF, "P1", LinkState.GONE);
    Link linked = other.contact(ContactWorld.USMF, "000017", LinkState.LIVE);

    assertThat(
            other
                .home(OnMove.DEACTIVATE_OLD)
                .of(
                    linked,
                    ContactWorld.contactOf(ContactWorld.ACME),
                    ContactWorld.personOf("P1", false)))
        .isInstanceOf(Standing.Live.class);
  }

  @Test
  void withoutAnAccountItIsOutOfScope() {
    assertThat(standing(OnMove.DEACTIVATE_OLD, "", "P1", false))
        .isInstanceOfSatisfying(
            Standing.Over.class, o -> assertThat(o.state()).isEqualTo(LinkState.OUT_OF_SCOPE));
  }

  @Test
  void toBeMadeItWaitsForTheCustomer() {
    world.account(ContactWorld.OTHER, ContactWorld.USMF, "P2", LinkState.RESERVED);

    Standing standing =
        world
            .home(OnMove.DEACTIVATE_OLD)
            .of(link, ContactWorld.contactOf(ContactWorld.OTHER), null);

    RecordRef account = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, ContactWorld.OTHER);
    assertThat(standing).isEqualTo(new Standing.Waits(new Need(account, ContactWorld.USMF)));
  }

  @Test
  void elsewhereItWaitsForTheLeadingOne() {
    ContactWorld two = new ContactWorld();
    two.account(ContactWorld.ACME, ContactWorld.USMF, "P1", LinkState.LIVE);
    two.account(ContactWorld.ACME, ContactWorld.DEMF, "P1", LinkState.LIVE);
    String key = Reference.first(ContactWorld.CONTACT);
    Link leading = two.contact(ContactWorld.USMF, key, LinkState.RESERVED);
    Link further = two.contact(ContactWorld.DEMF, key, LinkState.RESERVED);
    ContactHome home = two.home(OnMove.DEACTIVATE_OLD);

    assertThat(home.of(leading, ContactWorld.contactOf(ContactWorld.ACME), null))
        .isInstanceOf(Standing.Live.class);
    assertThat(home.of(further, ContactWorld.contactOf(ContactWorld.ACME), null))
        .isInstanceOfSatisfying(
            Standing.Waits.class,
            w -> {
              assertThat(w.need().legalEntity()).isEqualTo(ContactWorld.USMF);
              assertThat(w.need().record().object()).isEqualTo(SyncObjectName.CONTACT);
            });
  }
}
