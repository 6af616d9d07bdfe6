package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class LinkStoreContract extends StoreContract {
  private static final NumberRange CRT = new NumberRange("customers", "CRT-", 6, 1, 3);

  @Test
  void everythingOfALinkComesBack() {
    LinkWanted wanted =
        new LinkWanted(pair(USMF, ACME), "US-1", "P-1", "ABCD", Side.D365, true, false, List.of());

    Linking made = stores.links().link(wanted);

    Link expected =
        new Link(
            pair(USMF, ACME),
            ACME,
            "US-1",
            "P-1",
            "ABCD",
            List.of(),
            LinkState.RESERVED,
            Side.D365,
            true,
            false,
            false,
            1,
            START);
    assertThat(made).isEqualTo(new Linking.Made(expected));
    assertThat(stores.links().find(pair(USMF, ACME)).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("dataverseGuid")
        .isEqualTo(expected);
  }

  @Test
  void theSameWishAgainGivesTheSameLink() {
    Link first = linked(USMF, ACME, "US-1");
    clock.advance(Duration.ofHours(1));

    assertThat(linked(USMF, ACME, "US-1")).isEqualTo(first);
  }

  @Test
  void anAccountOrCustomerThatIsLinkedIsTaken() {
    Link link = linked(USMF, ACME, "US-1");

    assertThat(stores.links().link(wanted(USMF, ACME, "US-2"))).isEqualTo(new Linking.Taken(link));
    assertThat(stores.links().link(wanted(USMF, BOLT, "US-1"))).isEqualTo(new Linking.Taken(link));
    assertThat(stores.links().list(null, null, 10)).containsExactly(link);
  }

  @Test
  void keysAreUniqueWithinTheirLegalEntityOnly() {
    linked(USMF, ACME, "C-1");
    linked(DEMF, ACME, "C-1");

    assertThat(stores.links().linksOf(account(ACME))).hasSize(2);
    assertThat(stores.links().linksOf(customer(DEMF, "C-1"))).hasSize(1);
  }

  @Test
  void theLeadingLinkComesFirst() {
    linked(DEMF, ACME, "DE-1");
    linked(USMF, ACME, "US-1");

    assertThat(stores.links().linksOf(account(ACME)))
        .extracting(link -> link.pair().legalEntity())
        .containsExactly(USMF, DEMF);
  }

  @Test
  void aMergedAwayIdIsTakenAndMeansTheOtherPair() {
    Link link = stores.links().change(linked(USMF, BOLT, "US-2"), LinkChange.alias(ACME));

    assertThat(link.aliases()).containsExactly(ACME);
    assertThat(stores.links().linksOf(account(ACME))).containsExactly(link);
    assertThat(stores.links().link(wanted(USMF, ACME, "US-9"))).isEqualTo(new Linking.Taken(link));
  }

  @Test
  void aliasesAreInheritedWhenAPairIsMergedOnceMore() {
    String last = "11111111-aaaa-4aaa-8aaa-000000000003";
    stores.links().change(linked(USMF, BOLT, "US-2"), LinkChange.alias(ACME));

    Link link = stores.links().change(linked(USMF, last, "US-3"), LinkChange.alias(BOLT));

    assertThat(link.aliases()).containsExactly(BOLT, ACME);
    assertThat(stores.links().linksOf(account(ACME))).contains(link);
  }

  @Test
  void aChangeNeedsTheVersionSeen() {
    Link seen = linked(USMF, ACME, "US-1");
    Link now = stores.links().change(seen, LinkChange.to(LinkState.OUT_OF_SCOPE));

    assertThat(now.version()).isEqualTo(2);
    assertThat(stores.links().find(seen.pair())).contains(now);
    assertThatThrownBy(() -> stores.links().change(seen, LinkChange.to(LinkState.LIVE)))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThat(stores.links().find(seen.pair())).contains(now);
  }

  @Test
  void everyComponentCanChange() {
    Link seen = linked(DEMF, ACME, "DE-1");

    Link now =
        stores
            .links()
            .change(
                seen,
                new LinkChange(LinkState.GONE, "DE-7", "P-7", "beef", BOLT, true, true, true));

    assertThat(stores.links().find(seen.pair())).contains(now);
    assertThat(now.d365Key()).isEqualTo("DE-7");
    assertThat(now.partyNumber()).isEqualTo("P-7");
    assertThat(now.leading()).isTrue();
    assertThat(now.heldByUs()).isTrue();
    assertThat(now.asks()).isTrue();
    assertThat(stores.links().linksOf(customer(DEMF, "DE-1"))).isEmpty();
    assertThat(stores.links().linksOf(customer(DEMF, "DE-7"))).containsExactly(now);
  }

  @Test
  void aChangeCannotTakeAnotherLinksCustomer() {
    linked(USMF, ACME, "US-1");
    Link other = linked(USMF, BOLT, "US-2");

    assertThatThrownBy(() -> stores.links().change(other, LinkChange.number("US-1")))
        .isInstanceOf(StoreException.Overtaken.class)
        .hasMessageContaining("US-1");
    assertThat(stores.links().find(other.pair())).contains(other);
  }

  @Test
  void aMatchKeyIsReservedWhileItsRecordIsBeingMade() {
    stores.links().link(wanted(USMF, ACME, "US-1", false, List.of("tax:1", "name:acme")));
    clock.advance(Duration.ofDays(1));

    Linking refused =
        stores.links().link(wanted(DEMF, BOLT, "DE-1", false, List.of("name:acme", "tax:2")));

    assertThat(refused)
        .isInstanceOfSatisfying(
            Linking.Reserved.class,
            reserved -> {
              assertThat(reserved.matchKey()).isEqualTo("name:acme");
              assertThat(reserved.by().pair()).isEqualTo(pair(USMF, ACME));
            });
    assertThat(stores.links().find(pair(DEMF, BOLT))).isEmpty();
    assertThat(stores.links().link(wanted(DEMF, BOLT, "DE-1", false, List.of("tax:2"))))
        .isInstanceOf(Linking.Made.class);
  }

  @Test
  void aMatchKeyDoesNotKeepOutTheSameAccountInAnotherLegalEntity() {
    stores.links().link(wanted(USMF, ACME, "US-1", false, List.of("tax:1")));

    assertThat(stores.links().link(wanted(DEMF, ACME, "DE-1", false, List.of("tax:1"))))
        .isInstanceOf(Linking.Made.class);
  }

  @Test
  void aMatchKeyOutlivesTheMakingForAWhile() {
    LinkWanted other = wanted(DEMF, BOLT, "DE-1", false, List.of("tax:1"));
    stores.links().link(wanted(USMF, ACME, "US-1", false, List.of("tax:1")));
    clock.advance(Duration.ofHours(3));
    Link link = stores.links().find(pair(USMF, ACME)).orElseThrow();
    stores.links().change(link, LinkChange.to(LinkState.LIVE));
    assertThat(stores.links().link(other)).isInstanceOf(Linking.Reserved.class);

    clock.advance(LinkStore.MATCH_KEYS_HELD);

    assertThat(stores.links().link(other)).isInstanceOf(Linking.Made.class);
  }

  @Test
  void aMatchKeyIsHeldUntilTheLastPairOfTheAccountIsMade() {
    stores.links().link(wanted(USMF, ACME, "US-1", false, List.of("tax:1")));
    stores.links().link(wanted(DEMF, ACME, "DE-1", false, List.of("tax:1")));
    Link first = stores.links().find(pair(USMF, ACME)).orElseThrow();
    stores.links().change(first, LinkChange.to(LinkState.LIVE));
    clock.advance(Duration.ofHours(1));

    assertThat(stores.links().link(wanted(USMF, BOLT, "US-2", false, List.of("tax:1"))))
        .isInstanceOf(Linking.Reserved.class);
  }

  @Test
  void severalAreLinkedAtOnceByTheSameRules() {
    Link there = linked(USMF, ACME, "US-1");
    LinkWanted bolt = wanted(USMF, BOLT, "US-2", false, List.of("tax:1"));
    LinkWanted taken = wanted(USMF, "22222222-aaaa-4aaa-8aaa-000000000009", "US-1");
    LinkWanted reserved =
        wanted(DEMF, "33333333-aaaa-4aaa-8aaa-000000000009", "DE-1", false, List.of("tax:1"));

    List<Linking> made =
        stores.links().linkAll(List.of(reserved, taken, bolt, wanted(USMF, ACME, "US-1")));

    assertThat(made.get(1)).isEqualTo(new Linking.Taken(there));
    assertThat(made.get(3)).isEqualTo(new Linking.Made(there));
    assertThat(made.get(0).getClass()).isNotEqualTo(made.get(2).getClass()); // one firm, made once
    assertThat(stores.links().linkAll(List.of(bolt, bolt))).containsOnly(made.get(2));
    assertThat(stores.links().linkAll(List.of())).isEmpty();
  }

  @Test
  void aRecordIsFoundByPartyAndGuid() {
    LinkWanted wanted =
        new LinkWanted(pair(USMF, ACME), "US-1", "P-1", "ABCD", Side.D365, true, true, List.of());
    stores.links().link(wanted);

    assertThat(stores.links().byParty("P-1")).hasSize(1);
    assertThat(stores.links().byParty("P-2")).isEmpty();
    assertThat(stores.links().byGuid("aBcD")).contains(customer(USMF, "US-1"));
    assertThat(stores.links().byGuid("other")).isEmpty();
  }

  @Test
  void aRecordIsFoundByAGuidThatAFeedShowed() {
    FeedStore.Lease lease =
        stores.feeds().lease("f", "h", Duration.ofMinutes(1), Duration.ZERO).orElseThrow();
    stores.feeds().advance(lease, "t", List.of(), Map.of("FEED", customer(USMF, "US-5")), true);

    assertThat(stores.links().byGuid("feed")).contains(customer(USMF, "US-5"));
  }

  @Test
  void linksAreListedByStateInPages() {
    Link acme = linked(USMF, ACME, "US-1");
    Link bolt = linked(USMF, BOLT, "US-2");
    stores.links().link(wanted(DEMF, BOLT, "DE-2", false, List.of()));

    assertThat(stores.links().list(LinkState.LIVE, null, 1)).containsExactly(acme);
    assertThat(stores.links().list(LinkState.LIVE, acme.pair(), 5)).containsExactly(bolt);
    assertThat(stores.links().list(null, null, 10)).hasSize(3);
    assertThat(stores.links().list(LinkState.GONE, null, 10)).isEmpty();
  }

  @Test
  void aMovedPairKeepsItsPartnerUnderTheSurvivor() {
    Link seen = linked(USMF, ACME, "US-1");

    Linking moved = stores.links().move(seen, BOLT);

    Link now = stores.links().find(pair(USMF, BOLT)).orElseThrow();
    assertThat(moved).isEqualTo(new Linking.Made(now));
    assertThat(now.d365Key()).isEqualTo("US-1");
    assertThat(now.aliases()).containsExactly(ACME);
    assertThat(now.state()).isEqualTo(LinkState.LIVE);
    assertThat(now.leading()).isTrue();
    assertThat(stores.links().find(seen.pair()).orElseThrow().state()).isEqualTo(LinkState.MERGED);
    assertThat(stores.links().linksOf(account(ACME))).contains(now);
    assertThat(Link.following(stores.links().linksOf(customer(USMF, "US-1")))).containsExactly(now);
  }

  @Test
  void movingAgainGivesTheSameLink() {
    Link seen = linked(USMF, ACME, "US-1");
    Linking moved = stores.links().move(seen, BOLT);

    assertThat(stores.links().move(seen, BOLT)).isEqualTo(moved);
  }

  @Test
  void aSurvivorWithAPartnerOfItsOwnIsTaken() {
    Link seen = linked(USMF, ACME, "US-1");
    Link there = linked(USMF, BOLT, "US-2");

    assertThat(stores.links().move(seen, BOLT)).isEqualTo(new Linking.Taken(there));
    assertThat(stores.links().find(seen.pair())).contains(seen);
  }

  @Test
  void movingNeedsTheVersionSeen() {
    Link seen = linked(USMF, ACME, "US-1");
    Link now = stores.links().change(seen, LinkChange.to(LinkState.OUT_OF_SCOPE));

    assertThatThrownBy(() -> stores.links().move(seen, BOLT))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThat(stores.links().find(seen.pair())).contains(now);
    assertThat(stores.links().find(pair(USMF, BOLT))).isEmpty();
  }

  @Test
  void aMovedPairTakesItsOpenDeliveriesAlong() {
    Link seen = linked(USMF, ACME, "US-1");
    StoredHint hint = accept(customer(USMF, "US-1"));
    stores.hints().delivered(hint);

    stores.links().move(seen, BOLT);

    assertThat(stores.hints().waiting(clock.instant(), 10))
        .singleElement()
        .satisfies(told -> assertThat(told.pairs()).containsExactly(pair(USMF, BOLT)));
    Link survivor = stores.links().find(pair(USMF, BOLT)).orElseThrow();
    assertThat(opened(survivor).deliveries())
        .extracting(Delivery::hintId)
        .containsExactly(hint.id());
    balanced();
  }

  @Test
  void ofTheLinksOfAnAccountOnlyOneLeads() {
    Link first = linked(USMF, ACME, "US-1");
    LinkWanted wish =
        new LinkWanted(pair(DEMF, BOLT), "DE-2", null, null, Side.D365, true, true, List.of());
    stores.links().link(wish);

    stores.links().move(first, BOLT);
    LinkWanted second =
        new LinkWanted(
            pair(new LegalEntity("frrt"), BOLT),
            "FR-1",
            null,
            null,
            Side.D365,
            true,
            true,
            List.of());
    stores.links().link(second);

    assertThat(Link.following(stores.links().linksOf(account(BOLT))))
        .extracting(link -> link.pair().legalEntity() + " " + link.leading())
        .containsExactly("demf true", "frrt false", "usmf false");
  }

  @Test
  void aNumberIsKeptForItsPair() {
    assertThat(stores.links().number(pair(USMF, ACME), CRT)).isEqualTo("CRT-000001");
    assertThat(stores.links().number(pair(USMF, BOLT), CRT)).isEqualTo("CRT-000002");
    assertThat(stores.links().number(pair(USMF, ACME), CRT)).isEqualTo("CRT-000001");
  }

  @Test
  void severalNumbersAreDrawnAtOnceAndEachIsKeptForItsPair() {
    stores.links().number(pair(USMF, BOLT), CRT);
    List<PairId> pairs = List.of(pair(USMF, ACME), pair(USMF, BOLT), pair(DEMF, ACME));

    assertThat(stores.links().numbers(pairs, CRT))
        .containsExactly("CRT-000002", "CRT-000001", "CRT-000003");
    assertThat(stores.links().numbers(pairs, CRT))
        .containsExactly("CRT-000002", "CRT-000001", "CRT-000003");
    assertThat(stores.links().number(pair(DEMF, ACME), CRT)).isEqualTo("CRT-000003");
  }

  @Test
  void aStrangersNumberIsSkippedOnceForAllTwins() {
    PairId acme = pair(USMF, ACME);
    stores.links().number(acme, CRT);

    assertThat(stores.links().nextNumber(acme, "CRT-000001", CRT)).isEqualTo("CRT-000002");
    assertThat(stores.links().nextNumber(acme, "CRT-000001", CRT)).isEqualTo("CRT-000002");
    assertThat(stores.links().number(acme, CRT)).isEqualTo("CRT-000002");
    assertThat(stores.links().number(pair(USMF, BOLT), CRT)).isEqualTo("CRT-000003");
  }

  @Test
  void aUsedUpRangeIsNamed() {
    NumberRange one = new NumberRange("tiny", "T", 1, 9, 9);
    assertThat(stores.links().number(pair(USMF, ACME), one)).isEqualTo("T9");

    assertThatThrownBy(() -> stores.links().number(pair(USMF, BOLT), one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tiny");
    assertThat(stores.links().number(pair(USMF, ACME), one)).isEqualTo("T9");
  }

  @Test
  void partedRecordsAreFreeAsIfTheyHadNeverBeenLinked() {
    Link link = linked(USMF, ACME, "US-001");

    assertThat(stores.links().part(link.pair())).isTrue();
    assertThat(stores.links().part(link.pair())).isTrue();

    assertThat(stores.links().linksOf(account(ACME))).isEmpty();
    assertThat(linked(USMF, BOLT, "US-001").d365Key()).isEqualTo("US-001");
    assertThat(linked(USMF, ACME, "US-002").creatioId()).isEqualTo(ACME);
  }

  @Test
  void nobodyIsPartedWhileAHintIsOpenOrAPassAtWork() {
    Link link = linked(USMF, ACME, "US-001");
    Sheet sheet = opened(link);
    assertThat(stores.links().part(link.pair())).isFalse();
    stores.passes().release(sheet);
    accept(account(ACME));

    assertThat(stores.links().part(link.pair())).isFalse();
    assertThat(stores.links().find(link.pair())).isPresent();
  }
}
