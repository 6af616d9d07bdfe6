package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.workflows.record.PairId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept for a pair while its record is being made: match keys, and a number. */
abstract class ReservationContract extends StoreContract {
  private static final NumberRange CRT = new NumberRange("customers", "CRT-", 6, 1, 3);

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
}
