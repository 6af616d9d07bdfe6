package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that D365 sends about what a load has just written. */
final class LoadEchoStageTest {
  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, 25);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Link loaded() {
    String account = loads.account("Nord Foods Inc.", Map.of());
    loads.open(1, false, LoadStage.choices(Creation.BOTH, null));
    loads.through(1, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY);
    return stage
        .stores()
        .links()
        .linksOf(RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account))
        .get(0);
  }

  private StoredHint event(Link link) {
    Hint hint = Hint.of(link.record(Side.D365), Origin.EVENT, Instant.now());
    StoredHint stored = stage.stores().hints().accept(List.of(Incoming.of(hint))).get(0);
    assertThat(stored.pairs()).as("whom to tell").containsExactly(link.pair());
    return stored;
  }

  /** An event about a pair of the load, which has begun to work again and keeps it. */
  private StoredHint kept(Link link) {
    loads.echoes().begin(LoadStage.id(1));
    StoredHint event = event(link);
    assertThat(loads.echoes().keeps(link.pair(), event.hint())).isTrue();
    return event;
  }

  private List<StoredHint> uncovered() {
    return stage.stores().hints().waiting(Instant.now().plus(Duration.ofHours(1)), 10);
  }

  @Test
  void theLoadCoversTheEventItself() {
    Link link = loaded();
    StoredHint event = kept(link);

    assertThat(uncovered()).extracting(StoredHint::id).contains(event.id());
    loads.through(1, LoadPhase.VERIFY);

    assertThat(uncovered()).extracting(StoredHint::id).doesNotContain(event.id());
    assertThat(loads.echoes().keeps(link.pair(), event.hint())).as("it has stopped").isFalse();
  }

  @Test
  void whatTheLoadHasNotComeToIsToldToItsRunAtOnce() {
    Link link = loaded();
    StoredHint event = kept(link);

    loads.through(1, LoadPhase.MATCH); // it looks at no event, and stops
    stage.quiet();

    assertThat(uncovered()).extracting(StoredHint::id).doesNotContain(event.id());
  }
}
