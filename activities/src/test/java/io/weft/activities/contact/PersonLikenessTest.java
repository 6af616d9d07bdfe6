package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.load.Likeness.Alike;
import io.weft.activities.load.Likeness.Features;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes two people alike; Acme's customer is party P1, that of the other account P2. */
final class PersonLikenessTest {
  private static final Mapping MAPPING = Mappings.shipped(SyncObjectName.CONTACT, "Usr");

  private final ContactWorld world = new ContactWorld();
  private PersonLikeness likeness;

  @BeforeEach
  void link() {
    world.account(ContactWorld.ACME, ContactWorld.USMF, "P1", LinkState.LIVE);
    world.account(ContactWorld.OTHER, ContactWorld.USMF, "P2", LinkState.LIVE);
    likeness = likeness(true);
  }

  private PersonLikeness likeness(boolean leads) {
    PersonTraitsReader.Place place = new PersonTraitsReader.Place(ContactWorld.USMF, leads, false);
    return new PersonLikeness(new PersonTraitsReader(MAPPING, world.customers, world.links, place));
  }

  private static Fields contact(String first, String last, String email, String phone) {
    return Fields.of("Account", new Value.Reference(ContactWorld.ACME))
        .with("GivenName", Values.text(first))
        .with("Surname", Values.text(last))
        .with("Email", Values.text(email))
        .with("Phone", Values.text(phone));
  }

  private static Fields person(String first, String last, String email, String phone) {
    return Fields.of("AssociatedPartyNumber", new Value.Code("P1"))
        .with("FirstName", Values.text(first))
        .with("LastName", Values.text(last))
        .with("PrimaryEmailAddress", Values.text(email))
        .with("PrimaryPhoneNumber", Values.text(phone));
  }

  private static Snapshot inCreatio(Fields fields) {
    RecordRef record = RecordRef.creatio(SyncObjectName.CONTACT, ContactWorld.CONTACT);
    return new Snapshot(record, fields, null, null, null);
  }

  private static Snapshot inD365(String key, Fields fields) {
    RecordRef record = RecordRef.d365(SyncObjectName.CONTACT, ContactWorld.USMF, key);
    return new Snapshot(record, fields, null, null, null);
  }

  private Optional<Alike> compare(Fields contact, Fields person) {
    return compare(inCreatio(contact), inD365("000012", person));
  }

  /** Whatever is alike is found by a key, too. */
  private Optional<Alike> compare(Snapshot one, Snapshot other) {
    Features left = likeness.of(one);
    Features right = likeness.of(other);
    Optional<Alike> alike = left.compare(right);
    if (alike.isPresent()) {
      assertThat(Collections.disjoint(left.hashes(), right.hashes())).isFalse();
    }
    assertThat(right.compare(left).map(Alike::score)).isEqualTo(alike.map(Alike::score));
    return alike;
  }

  @ParameterizedTest
  @CsvSource({
    // first, last, e-mail, phone of both; how sure, how much alike
    "Eva,Stone,eva@x.example,'',Eva,Stone,EVA@x.example ,'',SURE,100",
    "E.,Stone,eva@x.example,'',Eva,Stone,eva@x.example,'',SURE,90",
    "Eva,Stone,'',+1 206 555 0100,Eva,Stone,eva@x.example,001 206 555-0100,SURE,95",
    "Eva,Stone,'','',eva,STONE,'','',SURE,85",
    "Eva,Stone,'',+1 206 555 0100,Eva,Stone,'',+1 206 555 0199,DOUBTFUL,65",
    "Eva,Stone,eva@x.example,'',Eva,Stone,stone@y.example,'',DOUBTFUL,55",
    "Eva,Stone,eva@x.example,'',Eva,Brook,eva@x.example,'',DOUBTFUL,60",
    "Eva,Stone,stone@x.example,'',Peter,Stone,stone@x.example,'',DOUBTFUL,60",
    "Stone,Eva,'','',Eva,Stone,'','',DOUBTFUL,60",
    "E.,Stone,'',+1 206 555 0100,Eva,Stone,'',+1 206 555 0100,DOUBTFUL,75",
  })
  void isAlike(
      String first,
      String last,
      String email,
      String phone,
      String otherFirst,
      String otherLast,
      String otherEmail,
      String otherPhone,
      Grade grade,
      int score) {
    Alike alike =
        compare(
                contact(first, last, email, phone),
                person(otherFirst, otherLast, otherEmail, otherPhone))
            .orElseThrow();

    assertThat(alike.grade()).isEqualTo(grade);
    assertThat(alike.score()).isEqualTo(score);
    assertThat(alike.proof().kinds()).isNotEmpty();
  }

  @Test
  void colleaguesShareMailboxesAndSwitchboards() {
    Fields eva = contact("Eva", "Stone", "info@x.example", "+1 206 555 0100");

    assertThat(compare(eva, person("Bo", "Reed", "info@x.example", "+1 206 555 0100"))).isEmpty();
    assertThat(compare(eva, person("Peter", "Stone", "p@x.example", "+1 206 555 0100"))).isEmpty();
  }

  @Test
  void peopleOfDifferentOrUnknownAccountsAreNeverTheSame() {
    Fields eva = contact("Eva", "Stone", "eva@x.example", "");
    Fields there = person("Eva", "Stone", "eva@x.example", "");

    assertThat(compare(eva, there.with("AssociatedPartyNumber", new Value.Code("P2")))).isEmpty();
    assertThat(compare(eva, there.with("AssociatedPartyNumber", new Value.Code("P9")))).isEmpty();
    assertThat(compare(eva.with("Account", Values.ABSENT), there)).isEmpty();
    assertThat(likeness.of(inCreatio(eva.with("Account", Values.ABSENT))).hashes()).isEmpty();
  }

  @Test
  void theNotedNumberIsBelievedUnlessTheNameIsAnother() {
    Fields noted =
        contact("Eva", "Stone", "", "").with("UsrD365ContactId", new Value.Code("000012"));

    assertThat(compare(noted, person("Eva", "Brook", "e@y.example", "")).orElseThrow().grade())
        .isEqualTo(Grade.NUMBERED);
    Alike stranger = compare(noted, person("Bo", "Reed", "", "")).orElseThrow();
    assertThat(stranger.grade()).isEqualTo(Grade.DOUBTFUL);
    assertThat(stranger.proof().contradictions()).contains("'Eva Stone' and 'Bo Reed'");
    Snapshot namesake = inD365("000099", person("Eva", "Stone", "", ""));
    assertThat(compare(inCreatio(noted), namesake).orElseThrow().grade()).isEqualTo(Grade.DOUBTFUL);
    likeness = likeness(false);
    assertThat(compare(inCreatio(noted), namesake).orElseThrow().grade()).isEqualTo(Grade.SURE);
  }

  @Test
  void whoIsKnownFromAnotherLegalEntityIsTheSameHere() {
    Link there = world.contact(ContactWorld.DEMF, "000031", LinkState.LIVE);
    world.links.change(there, LinkChange.party("X7"));
    Fields eva = contact("Eva", "Stone", "", "");
    Fields known = person("Eva", "Stone", "", "");

    assertThat(
            compare(eva, known.with("ContactPersonPartyNumber", new Value.Code("X7")))
                .orElseThrow()
                .grade())
        .isEqualTo(Grade.NUMBERED);
    assertThat(
            compare(eva, known.with("ContactPersonPartyNumber", new Value.Code("X8")))
                .orElseThrow()
                .grade())
        .isEqualTo(Grade.DOUBTFUL);
  }

  @Test
  void twiceInOneSystemIsADuplicateWhateverTheNumbers() {
    Fields eva = person("Eva", "Stone", "eva@x.example", "");
    Snapshot one = inD365("000012", eva.with("ContactPersonPartyNumber", new Value.Code("X7")));
    Snapshot two = inD365("000013", eva.with("ContactPersonPartyNumber", new Value.Code("X8")));

    assertThat(compare(one, two).orElseThrow().grade()).isEqualTo(Grade.SURE);
  }

  @Test
  void ofSeveralTheClearlyBestIsChosen() {
    Fields eva = contact("Eva", "Stone", "eva@x.example", "");
    Alike mail = compare(eva, person("Eva", "Stone", "eva@x.example", "")).orElseThrow();
    Alike name = compare(eva, person("Eva", "Stone", "", "")).orElseThrow();
    Alike initial = compare(eva, person("E.", "Stone", "eva@x.example", "")).orElseThrow();
    Alike doubtful = compare(eva, person("Eva", "Brook", "eva@x.example", "")).orElseThrow();

    assertThat(likeness.choose(List.of(doubtful, name, mail))).isEqualTo(OptionalInt.of(2));
    assertThat(likeness.choose(List.of(doubtful, name))).isEqualTo(OptionalInt.of(1));
    assertThat(likeness.choose(List.of(mail, initial))).isEmpty();
    assertThat(likeness.choose(List.of(name, name))).isEmpty();
    assertThat(likeness.choose(List.of(doubtful))).isEmpty();
    Alike numbered =
        compare(
                eva.with("UsrD365ContactId", new Value.Code("000012")),
                person("Eva", "Stone", "", ""))
            .orElseThrow();
    assertThat(likeness.choose(List.of(mail, numbered))).isEqualTo(OptionalInt.of(1));
    assertThat(likeness.choose(List.of(numbered, numbered))).isEmpty();
  }

  @Test
  void whoHasOnlyAFullNameIsCalledByIt() {
    Fields whole = contact("", "", "", "").with("Name", Values.text("Eva Stone"));

    assertThat(likeness.of(inCreatio(whole)).title()).isEqualTo("Eva Stone");
    assertThat(compare(whole, person("Eva", "Stone", "", "")).orElseThrow().grade())
        .isEqualTo(Grade.SURE);
  }
}
