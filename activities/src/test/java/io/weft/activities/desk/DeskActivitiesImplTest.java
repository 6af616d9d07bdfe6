package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LinkWanted;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskActivitiesImplTest extends DeskFixture {
  private List<String> parked(Question.Parked filter) {
    return ((Answer.ParkedList) desk.listParked(filter))
        .parked().stream().map(Answer.ParkedLine::workflowId).toList();
  }

  private Question.SyncNow sync(Side side, @Nullable LegalEntity legalEntity, String... keys) {
    return new Question.SyncNow(OBJECT, side, List.of(keys), legalEntity, "Ann", "a call");
  }

  @Test
  void listsWhatIsParkedByAnyOfItsMarks() {
    park("account-customer/usmf/1", "group");
    park("account-customer/usmf/2", "tax");
    park("introduce/account-customer/creatio/3", "group");

    assertThat(parked(new Question.Parked(null, null, null, null))).hasSize(3);
    assertThat(parked(new Question.Parked(null, "group", null, "USMF"))).hasSize(2);
    assertThat(parked(new Question.Parked("introduce/", null, null, null)))
        .containsExactly("introduce/account-customer/creatio/3");
  }

  @Test
  void syncsALinkedRecordNowAndSaysSoToTheAudit() {
    link();

    Answer answer = desk.syncRecords(sync(Side.D365, USMF, "US-001"));

    assertThat(answer).isEqualTo(new Answer.SyncStarted(List.of(PAIR.path()), List.of()));
    assertThat(told).containsExactly(PAIR.path());
    Answer.AuditTrail trail = (Answer.AuditTrail) desk.showAudit(new Question.Audit("US-001", 10));
    assertThat(trail.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.who()).isEqualTo("Ann");
              assertThat(line.why()).endsWith("a call");
            });
  }

  @Test
  void introducesARecordThatIsNotLinked() {
    desk.syncRecords(sync(Side.CREATIO, null, id(7)));

    assertThat(told).containsExactly("introduce/account-customer/creatio/" + id(7));
  }

  @Test
  void saysWhatItDidNotStart() {
    Answer.SyncStarted answer =
        (Answer.SyncStarted) desk.syncRecords(sync(Side.CREATIO, null, "US-001"));
    Answer.SyncStarted off = (Answer.SyncStarted) desk.syncRecords(sync(Side.D365, DEMF, "DE-001"));

    assertThat(answer.notes()).singleElement().asString().contains("a GUID is expected");
    assertThat(off.notes()).singleElement().asString().contains("switched off in demf");
    assertThat(told).isEmpty();
    assertThat(desk.syncRecords(sync(Side.D365, null, "US-001")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void resetsFeedsThatItKnows() {
    assertThat(desk.forgetFeeds(new Question.Reset("usmf", "Ann", "a backup")))
        .isEqualTo(new Answer.Done("Read from the beginning again: usmf/account-customer/scan."));
    assertThat(desk.forgetFeeds(new Question.Reset("xxxx", "Ann", "a backup")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void previewsThePairThatAPathMeans() {
    link();

    for (String path :
        List.of(
            PAIR.path(),
            "account-customer/creatio/" + id(1),
            "account-customer/d365/usmf/US-001")) {
      assertThat(desk.previewPass(new Question.Preview(path)))
          .isEqualTo(new Answer.PreviewReport(PAIR.path(), "nothing", List.of(), List.of()));
    }
    assertThat(desk.previewPass(new Question.Preview("nonsense")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void previewsAnyObjectAndSaysHowItsRecordsAreNamed() {
    PairId order = new PairId(SyncObjectName.ORDER_SALES_ORDER, USMF, id(7));
    stores
        .links()
        .link(new LinkWanted(order, "000901", null, null, Side.CREATIO, true, true, List.of()));

    for (String path :
        List.of(
            order.path(),
            "order-sales-order/creatio/" + id(7),
            "order-sales-order/d365/usmf/000901")) {
      assertThat(desk.previewPass(new Question.Preview(path)))
          .isEqualTo(new Answer.PreviewReport(order.path(), "nothing", List.of(), List.of()));
    }
    Answer unread = desk.previewPass(new Question.Preview("contact/000012"));
    assertThat(((Answer.Refused) unread).why()).contains("(contact/usmf/<Creatio id>)");
    Answer unlinked = desk.previewPass(new Question.Preview("contact/d365/usmf/000012"));
    assertThat(((Answer.Refused) unlinked).why())
        .isEqualTo("contact/d365/usmf/000012 is not linked, and contact is switched off.");
  }

  @Test
  void saysThatARecordIsLinkedElsewhereToo() {
    link();
    PairId demf = new PairId(OBJECT, DEMF, id(1));
    stores
        .links()
        .link(new LinkWanted(demf, "DE-001", null, null, Side.D365, false, true, List.of()));

    Answer answer = desk.previewPass(new Question.Preview("account-customer/creatio/" + id(1)));

    assertThat(answer)
        .isEqualTo(
            new Answer.PreviewReport(
                PAIR.path(), "nothing It is linked in demf too.", List.of(), List.of()));
  }

  @Test
  void answersWithWhatTheDoctorFound() {
    Answer.Findings findings = (Answer.Findings) desk.examine(new Question.Doctor());

    assertThat(findings.findings())
        .containsExactly(
            new Answer.Finding("Sign-in to D365", Level.OK, "D365: D365 lets us in.", null));
  }
}
