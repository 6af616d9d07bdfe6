package io.weft.workflows.desk;

import static io.weft.workflows.desk.Question.Carry.OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.testing.TestWorkflowEnvironment;
import io.weft.workflows.World;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyQuestionReachesItsOwnAnswer() {
    assertThat(ask(new Question.Doctor(), Answer.Findings.class).findings()).hasSize(1);
    assertThat(ask(new Question.Audit("a1", 10), Answer.AuditTrail.class).record()).isEqualTo("a1");
    assertThat(ask(new Question.Status(), Answer.StatusReport.class).lines()).hasSize(1);
    assertThat(
            ask(
                    new Question.SyncNow(
                        SyncObjectName.ACCOUNT_CUSTOMER,
                        Side.D365,
                        List.of("US-001"),
                        World.USMF,
                        "ann",
                        "asked"),
                    Answer.SyncStarted.class)
                .workflowIds())
        .containsExactly("US-001");
    assertThat(ask(new Question.Reset("usmf", "ann", "lost"), Answer.Done.class).what())
        .contains("usmf");
    assertThat(world.desk.parked(new Question.Parked(null, null, null, null), PATIENCE).parked())
        .hasSize(1);
  }

  @Test
  void questionsAboutLoadsGoToTheirOwnCounter() {
    assertThat(ask(new Question.Loads(null, null, true), Answer.LoadList.class).loads()).isEmpty();
    assertThat(ask(new Question.UndoLink("p", OUT, "ann", "wrong"), Answer.Done.class).what())
        .isEqualTo("parted: p");
  }

  @Test
  void aRefusalIsAnErrorInWords() {
    assertThatThrownBy(() -> ask(new Question.Preview("x"), Answer.PreviewReport.class))
        .isInstanceOf(DeskException.class)
        .hasMessage("nothing is known of x");
  }

  @Test
  void aFailureSaysWhatTheWorkerSaid() {
    assertThatThrownBy(() -> ask(new Question.PollerStatus(null), Answer.FeedReport.class))
        .isInstanceOf(DeskException.class)
        .hasMessage("D365.read answered 400: no such entity");
  }

  @Test
  void anAnswerOfAnotherKindIsAnError() {
    assertThatThrownBy(() -> ask(new Question.Status(), Answer.Findings.class))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("same version");
  }

  @Test
  void noWorkerIsAnErrorInWords() {
    try (TestWorkflowEnvironment empty = TestWorkflowEnvironment.newInstance()) {
      Desk alone = new Desk(empty.getWorkflowClient());

      assertThatThrownBy(() -> alone.ask(new Question.Status(), Duration.ofSeconds(1)))
          .isInstanceOf(DeskException.class)
          .hasMessage("no worker answered within 1 s: is one running?");
    }
  }

  @Test
  void aPollerThatDoesNotRunIsAnErrorInWords() {
    assertThatThrownBy(() -> world.desk.poller(new LegalEntity("dat")))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("poller/dat does not run");
  }

  private <A extends Answer> A ask(Question question, Class<A> kind) {
    return world.desk.ask(question, kind, PATIENCE);
  }
}
