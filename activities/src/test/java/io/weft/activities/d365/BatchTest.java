package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.FakeSite;
import io.weft.workflows.record.LegalEntity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several writes in one request, each in a changeset of its own. */
class BatchTest {
  private FakeSite site;
  private D365Client client;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
    client = ODataD365ClientTest.client(site);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Every part in a changeset response of its own. */
  private static String text(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append("--batchresponse_55\r\n");
      text.append("Content-Type: multipart/mixed; boundary=changesetresponse_56\r\n\r\n");
      text.append("--changesetresponse_56\r\n").append(part).append("--changesetresponse_56--\r\n");
    }
    return text.append("--batchresponse_55--\r\n").toString();
  }

  private static void lost(Optional<RemoteException> result) {
    assertThat(result)
        .containsInstanceOf(RemoteException.Unavailable.class)
        .hasValueSatisfying(e -> assertThat(((RemoteException.Unavailable) e).sent()).isTrue());
  }

  @Test
  void eachWriteIsATransactionOfItsOwn() throws Exception {
    site.answers(
        Parts.mixed(text(Parts.created("1", "S1"), Parts.changed("2"), Parts.changed("3"))));

    List<Optional<RemoteException>> results = client.batch(ChangesetTest.WRITES);

    assertThat(results).containsOnly(Optional.empty()).hasSize(3);
    String sent = site.request().getBody().utf8();
    assertThat(sent)
        .contains("--changeset_weft_1--", "--changeset_weft_2--", "--changeset_weft_3--")
        .contains("Content-ID: 3")
        .contains("If-Match: W/\"JzEs\"")
        .endsWith("--batch_weft--\r\n");
  }

  @Test
  void oneThatFailsStopsNoOtherAndOneWithoutAnAnswerIsUnknown() {
    site.answers(
        Parts.mixed(
            text(
                Parts.failed("1", 400, "Infolog: Warning: Field 'X' must be filled in."),
                Parts.changed("3"))));

    List<Optional<RemoteException>> results = client.batch(ChangesetTest.WRITES);

    assertThat(results.get(0)).containsInstanceOf(RemoteException.Rejected.class);
    lost(results.get(1));
    assertThat(results.get(2)).isEmpty();
  }

  @Test
  void twoAnswersToOneWriteAreNone() {
    site.answers(
        Parts.mixed(text(Parts.changed("2"), Parts.changed("2"), Parts.created("1", "S1"))));

    List<Optional<RemoteException>> results = client.batch(ChangesetTest.WRITES);

    assertThat(results.get(0)).isEmpty();
    lost(results.get(1));
    lost(results.get(2));
  }

  @Test
  void anAnswerThatStopsInTheMiddleSaysNothingAtAll() {
    String whole = text(Parts.created("1", "S1"), Parts.changed("2"), Parts.changed("3"));
    site.answers(Parts.mixed(whole.substring(0, whole.length() - 30)));

    assertThatThrownBy(() -> client.batch(ChangesetTest.WRITES))
        .isInstanceOfSatisfying(
            RemoteException.Unavailable.class, e -> assertThat(e.sent()).isTrue());
  }

  @Test
  void theSlowerTheAnswerTheFewerGoTogetherForWhoeverWorksThere() {
    int first = client.writesAtOnce();
    String[] done =
        IntStream.rangeClosed(1, 10)
            .mapToObj(number -> Parts.created("" + number, "S" + number))
            .toArray(String[]::new);
    site.answers(Parts.mixed(text(done)).newBuilder().headersDelay(1, TimeUnit.SECONDS).build());

    client.batch(Collections.nCopies(10, ChangesetTest.WRITES.get(0)));

    assertThat(first).isEqualTo(25);
    assertThat(client.writesAtOnce()).isBetween(10, 20);
    assertThat(client.on(new LegalEntity("usmf")).writesAtOnce()).isBetween(10, 20);
  }

  @Test
  void nothingIsSentForNothing() {
    assertThat(client.batch(List.of())).isEmpty();
  }
}
