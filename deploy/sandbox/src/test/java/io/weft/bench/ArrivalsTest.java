package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void measuresFromThePersonsCommitToOurs() {
    Arrivals arrivals =
        Arrivals.of(
            List.of(new Edits.Edit("1", true), new Edits.Edit("2", false)),
            List.of(
                write(0, "creatio", "sales", "Account", "Phone", "1"),
                write(10, "d365", "finance", "CustomersV3", "PrimaryContactPhone", "2"),
                write(80, "d365", "weft", "CustomersV3", "PrimaryContactPhone", "1"),
                write(130, "creatio", "weft", "Account", "Phone", "2")));

    assertThat(arrivals.toD365()).containsExactly(Duration.ofMillis(80));
    assertThat(arrivals.toCreatio()).containsExactly(Duration.ofMillis(120));
    assertThat(arrivals.missing()).isZero();
  }

  @Test
  void countsOnlyTheFirstArrivalOfAnEdit() {
    Arrivals arrivals =
        Arrivals.of(
            List.of(new Edits.Edit("1", true)),
            List.of(
                write(0, "creatio", "sales", "Account", "Phone", "1"),
                write(50, "d365", "weft", "CustomersV3", "PrimaryContactPhone", "1"),
                write(90, "d365", "weft", "CustomersV3", "PrimaryContactPhone", "1")));

    assertThat(arrivals.both().sorted()).containsExactly(Duration.ofMillis(50));
  }

  @Test
  void namesWhatNeverArrived() {
    Arrivals arrivals =
        Arrivals.of(
            List.of(new Edits.Edit("1", true), new Edits.Edit("2", true)),
            List.of(
                write(0, "creatio", "sales", "Account", "Phone", "1"),
                write(5, "d365", "server", "CustomersV3", "PrimaryContactPhone", "1")));

    assertThat(arrivals.applied()).isZero();
    assertThat(arrivals.missing()).isEqualTo(2);
  }

  private static Write write(
      int millis, String system, String client, String set, String column, String value) {
    ObjectNode after = JsonNodeFactory.instance.objectNode().put(column, value);
    return new Write(millis, NOON.plusMillis(millis), system, client, "update", set, "key", after);
  }
}
