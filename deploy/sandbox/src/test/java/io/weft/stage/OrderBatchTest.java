package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.value.Columns;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order's lines in one request, each for itself, as Creatio takes them. */
final class OrderBatchTest {
  private static final String ORDER = id(900);

  private Clients clients;
  private CreatioClient creatio;

  @BeforeEach
  void start() {
    clients = new Clients();
    creatio = clients.creatio();
    creatio.create("Order", ORDER, Map.of("Number", "CRT-7"));
  }

  @AfterEach
  void stop() {
    clients.close();
  }

  @Test
  void placesAllLines() {
    List<WriteResult> results = creatio.batch(List.of(line(1, "2"), line(2, "3"), line(3, "4")));

    assertThat(results).hasSize(3).allMatch(WriteResult.Done.class::isInstance);
    assertThat(((WriteResult.Done) results.get(1)).row().text("Id")).isEqualTo(id(2));
    assertThat(lines()).containsExactlyInAnyOrder(id(1), id(2), id(3));
  }

  @Test
  void oneBadLineStopsNoOther() {
    List<WriteResult> results =
        creatio.batch(List.of(line(1, "2"), line(2, "no number"), line(3, "4")));

    assertThat(results.get(0)).isInstanceOf(WriteResult.Done.class);
    assertThat(failure(results.get(1)))
        .isInstanceOf(RemoteException.Rejected.class)
        .hasMessageContaining("OrderProduct.create answered 400");
    assertThat(results.get(2)).isInstanceOf(WriteResult.Done.class);
    assertThat(lines()).containsExactlyInAnyOrder(id(1), id(3));
  }

  @Test
  void changesAddsAndRemovesInOne() {
    creatio.batch(List.of(line(1, "2"), line(2, "3")));

    List<WriteResult> results =
        creatio.batch(
            List.of(
                new Write.Update("OrderProduct", id(1), Map.of("Notes", "by Weft")),
                new Write.Delete("OrderProduct", id(2)),
                line(3, "4"),
                new Write.Update("OrderProduct", id(8), Map.of("Notes", "nobody"))));

    assertThat(results.subList(0, 3)).allMatch(WriteResult.Done.class::isInstance);
    assertThat(failure(results.get(3)))
        .isInstanceOfSatisfying(
            RemoteException.Conflict.class,
            gone -> assertThat(gone.kind()).isEqualTo(RemoteException.Conflict.Kind.GONE));
    assertThat(lines()).containsExactlyInAnyOrder(id(1), id(3));
    assertThat(creatio.get("OrderProduct", id(1), Columns.of("Notes")).orElseThrow().text("Notes"))
        .isEqualTo("by Weft");
  }

  @Test
  void theSameCanBeSentAgainAfterALostAnswer() {
    List<Write> writes = List.of(line(1, "2"), line(2, "3"));
    clients.control(
        "faults",
        "{\"name\":\"drop-answer\",\"system\":\"creatio\",\"method\":\"POST\",\"set\":\"*\"}");

    RemoteException.Unavailable lost =
        catchThrowableOfType(RemoteException.Unavailable.class, () -> creatio.batch(writes));
    List<WriteResult> again = creatio.batch(writes);

    assertThat(lost.sent()).isTrue();
    assertThat(again)
        .allSatisfy(
            result ->
                assertThat(failure(result))
                    .isInstanceOfSatisfying(
                        RemoteException.Conflict.class,
                        there ->
                            assertThat(there.kind())
                                .isEqualTo(RemoteException.Conflict.Kind.EXISTS)));
    assertThat(lines()).containsExactlyInAnyOrder(id(1), id(2));
  }

  private static RemoteException failure(WriteResult result) {
    assertThat(result).isInstanceOf(WriteResult.Failed.class);
    return ((WriteResult.Failed) result).failure();
  }

  private List<String> lines() {
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Name")).where(CreatioFilter.lookup("Order", ORDER));
    return creatio.query("OrderProduct", query).rows().stream()
        .map(row -> String.valueOf(row.text("Id")))
        .toList();
  }

  private static Write line(int number, String quantity) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("OrderId", ORDER);
    body.put("Name", "Valve " + number);
    body.put("Quantity", quantity.matches("\\d+") ? new BigDecimal(quantity) : quantity);
    return new Write.Create("OrderProduct", id(number), body);
  }

  private static String id(int number) {
    return new UUID(0x5000L, 0x8000_0000_0000_0000L + number).toString();
  }
}
