package io.weft.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.weft.workflows.World;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabelRegistrationTest {
  private final World world = World.open(Visibility.PLAIN);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void registeredLabelsAreTakenAndASecondTimeDoesNoHarm() {
    Starts labelled = new Starts(world.client, Visibility.LABELLED);
    // Another pair: the in-memory server half remembers a start that it refused.
    PairId other = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, "refused");
    assertThatThrownBy(() -> labelled.changed(other, world.hint(Origin.EVENT)))
        .hasRootCauseInstanceOf(StatusRuntimeException.class);

    assertThat(register()).isEqualTo(Visibility.LABELLED);
    assertThat(register()).isEqualTo(Visibility.LABELLED);

    labelled.changed(World.PAIR, world.hint(Origin.EVENT));
    world.finish(world.pair());
  }

  private Visibility register() {
    return LabelRegistration.register(
        world.env.getWorkflowServiceStubs(), "default", Duration.ofSeconds(5));
  }
}
