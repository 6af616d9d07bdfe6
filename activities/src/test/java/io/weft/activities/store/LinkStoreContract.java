package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links: made, found, changed and parted. */
abstract class LinkStoreContract extends StoreContract {
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
