package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.TestClock;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EchoesTest {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final LoadId LOAD = new LoadId(OBJECT, USMF, 1);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-01T08:00:00Z"));
  private final Echoes echoes = new Echoes(clock);
  private final PairId one = pair(USMF, 1);
  private final PairId two = pair(USMF, 2);

  private static PairId pair(LegalEntity legalEntity, int number) {
    return new PairId(OBJECT, legalEntity, "00000000-0000-4000-8000-00000000000" + number);
  }

  private Hint event(Origin origin) {
    return Hint.of(RecordRef.d365(OBJECT, USMF, "US-001"), origin, clock.instant());
  }

  @BeforeEach
  void begin() {
    echoes.begin(LOAD);
    echoes.expect(List.of(one, two, pair(DEMF, 1)));
  }

  @Test
  void anEventThatIsExpectedIsKeptAndLookedAtOnce() {
    assertThat(echoes.keeps(one, event(Origin.EVENT))).isTrue();
    assertThat(echoes.keeps(one, event(Origin.EVENT))).isTrue();

    assertThat(echoes.take(LOAD, 50)).containsExactly(one);
    assertThat(echoes.take(LOAD, 50)).isEmpty();
  }

  @Test
  void whatFollowsTheLooksGetsItsRunBecauseItIsNoEchoAnyMore() {
    assertThat(echoes.keeps(one, event(Origin.EVENT))).isTrue();
    assertThat(echoes.take(LOAD, 50)).containsExactly(one);

    assertThat(echoes.keeps(one, event(Origin.EVENT))).isFalse();
    assertThat(echoes.keeps(two, event(Origin.EVENT))).as("not looked at yet").isTrue();
  }

  @Test
  void whatCarriesValuesOrComesFromCreatioGetsItsRun() {
    Hint webhook = Hint.of(RecordRef.creatio(OBJECT, one.key()), Origin.WEBHOOK, clock.instant());

    assertThat(echoes.keeps(one, event(Origin.POLLER))).isFalse();
    assertThat(echoes.keeps(one, webhook)).isFalse();
  }

  @Test
  void aPairThatNoLoadHadInHandGetsItsRun() {
    assertThat(echoes.keeps(pair(USMF, 3), event(Origin.EVENT))).isFalse();
  }

  @Test
  void anEventThatComesLateGetsItsRun() {
    clock.advance(Duration.ofSeconds(61));

    assertThat(echoes.keeps(one, event(Origin.EVENT))).isFalse();
  }

  @Test
  void whereNoLoadIsAtWorkEveryEventGetsItsRun() {
    assertThat(echoes.keeps(pair(DEMF, 1), event(Origin.EVENT))).as("another company").isFalse();

    assertThat(echoes.end(LOAD)).isEmpty();
    assertThat(echoes.keeps(one, event(Origin.EVENT))).isFalse();
  }

  @Test
  void whatIsNotLookedAtByTheEndIsGivenBackAndNotKept() {
    assertThat(echoes.keeps(one, event(Origin.EVENT))).isTrue();
    assertThat(echoes.keeps(two, event(Origin.EVENT))).isTrue();

    assertThat(echoes.take(LOAD, 1)).containsExactly(one);
    assertThat(echoes.end(LOAD)).containsExactly(two);
    assertThat(echoes.take(LOAD, 50)).isEmpty();
  }
}
