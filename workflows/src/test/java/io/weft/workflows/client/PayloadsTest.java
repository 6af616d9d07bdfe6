package io.weft.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.weft.workflows.FakeAccounts;
import io.weft.workflows.World;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.introduction.IntroductionInput;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadActivities;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.load.LoadSummary;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.poll.LegalEntityPoller;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.SyncInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsTest {
  private static final FieldDecision DECISION =
      new FieldDecision("PaymentTerms", Verdict.TO_D365, Side.D365, null, "Net30", null, "moved");

  private static final LoadId LOAD = new LoadId(SyncObjectName.CONTACT, World.USMF, 3);
  private static final LoadChoices CHOICES =
      new LoadChoices(LoadChoices.Creation.TO_D365, "ask", 2, true, "ann", "go-live");
  private static final LoadSummary SUMMARY =
      new LoadSummary(
          LOAD,
          false,
          CHOICES,
          LoadPhase.VERIFY,
          9,
          9,
          Map.of(LoadCount.LINKED, 9L, LoadCount.EQUAL, 8L, LoadCount.PARKED, 1L),
          List.of(),
          List.of(new LoadSummary.Group("weft-1", "no name", "Give it one.", 3, "contact/usmf/a")),
          List.of(new LoadSummary.MissingCode(Side.D365, "CustomerGroupId", "X9", 7, "Add it.")),
          List.of(new LoadSummary.Group("account-customer", "They wait.", "Load it.", 2, null)),
          600,
          30L,
          Instant.EPOCH,
          Instant.EPOCH,
          LoadActivities.Ending.COMPLETED);

  static Stream<Object> payloads() {
    return Stream.of(
        new InitialLoad.Input(LOAD, true, CHOICES, null),
        new InitialLoad.Input(
            LOAD,
            false,
            CHOICES,
            new InitialLoad.Progress(LoadPhase.APPLY, 5, 9, new LoadOrder("ann", "pause"))),
        Hint.of(World.RECORD, Origin.WEBHOOK, Instant.parse("2026-11-23T10:00:00.123Z")),
        SyncInput.start(World.PAIR, Origin.EVENT),
        IntroductionInput.start(
            RecordRef.d365(SyncObjectName.CONTACT, World.USMF, "C-1"), Origin.LOAD),
        new PassRequest(World.ORDER, List.of()),
        new PassRequest(World.ORDER, List.of()).after(new Progress(41, true)),
        LegalEntityPoller.Input.start(World.USMF, 600));
  }

  static Stream<PassOutcome> outcomes() {
    return Stream.of(
        new PassOutcome.Settled(List.of(DECISION), true),
        new PassOutcome.Proposed(List.of()),
        new PassOutcome.Stepped(List.of(DECISION), new Progress(41, true)),
        new PassOutcome.WaitsFor(World.PAIR),
        new PassOutcome.WaitsFor(World.PAIR, "its group is unknown"),
        new PassOutcome.NeedsPerson(FakeAccounts.WRONG_GROUP, List.of(DECISION)),
        new PassOutcome.Ended("merged", World.PAIR),
        new PassOutcome.Ended("gone", null));
  }

  static Stream<Question> questions() {
    return Stream.of(
        new Question.Doctor(),
        new Question.Parked("a", null, null, "usmf"),
        new Question.Audit("account-customer/usmf/a", 20),
        new Question.Status(),
        new Question.SyncNow(
            SyncObjectName.CONTACT, Side.D365, List.of("C-1"), World.USMF, "ann", "asked"),
        new Question.Preview("account-customer/usmf/a"),
        new Question.PollerStatus(null),
        new Question.Reset("usmf", "ann", "lost"),
        new Question.Loads(SyncObjectName.CONTACT, null, true),
        new Question.LoadStatus(LOAD),
        new Question.LoadReport(LOAD, "17"),
        new Question.Reviews(SyncObjectName.CONTACT, World.USMF, "tax-number", null),
        new Question.DecideReviews(
            SyncObjectName.CONTACT,
            World.USMF,
            List.of(new ReviewPair.Decided("3f2a", ReviewPair.Decision.ACCEPT, "a", null)),
            Question.Carry.OUT,
            "ann",
            "seen"),
        new Question.UndoLink(World.PAIR.path(), Question.Carry.CHECK, "ann", "wrong"));
  }

  static Stream<Answer> loadAnswers() {
    return Stream.of(
        new Answer.LoadList(
            List.of(
                new Answer.LoadLine(
                    LOAD, false, LoadPhase.APPLY, 1, 9, Instant.EPOCH, null, null, null))),
        new Answer.LoadStatus(SUMMARY),
        new Answer.LoadRows(
            List.of(
                new LoadRow(
                    "a", "Acme", null, null, "new", null, List.of(), "nothing", "refused", "weft-1",
                    "no name")),
            "2"),
        new Answer.ReviewPage(
            List.of(
                new ReviewPair(
                    "3f2a", "a", "Acme", "US-1", "ACME", 0.81, List.of("name"), "name", "", null)),
            null),
        new Answer.ReviewsDecided(
            0, 0, 0, List.of(new ReviewPair.Fault("3f2a", "id", "3f2a", "unknown", "copy it"))));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void inputsComeBackAsTheyWere(Object payload) {
    assertThat(travel(payload, payload.getClass())).isEqualTo(payload);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void outcomesComeBackAsTheyWere(PassOutcome outcome) {
    assertThat(travel(outcome, PassOutcome.class)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void questionsComeBackAsTheyWere(Question question) {
    assertThat(travel(question, Question.class)).isEqualTo(question);
  }

  @ParameterizedTest
  @MethodSource("loadAnswers")
  void answersAboutLoadsComeBackAsTheyWere(Answer answer) {
    assertThat(travel(answer, Answer.class)).isEqualTo(answer);
  }

  @Test
  void aLoadSumsItselfUpInOneLine() {
    assertThat(SUMMARY.conclusion()).isEqualTo("9 linked, 8 equal, 1 parked, 0 unexplained");
    assertThat(SUMMARY.counts().keySet())
        .containsExactly(LoadCount.LINKED, LoadCount.EQUAL, LoadCount.PARKED);
  }

  @Test
  void everyKindOfTheSealedFamiliesHasAName() throws Exception {
    for (Class<?> family :
        List.of(
            PassOutcome.class,
            Instruction.class,
            IntroductionOutcome.class,
            Question.class,
            Answer.class)) {
      var names = family.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class).value();
      assertThat(Stream.of(names).<Class<?>>map(name -> name.value()))
          .as(family.getSimpleName())
          .containsExactlyInAnyOrder(family.getPermittedSubclasses());
    }
  }

  @Test
  void instructionsKeepTheirOrderAndKind() {
    Instruction amend = new Instruction.Amend("ann", "typo", Map.of("City", "Bonn"));
    SyncInput input =
        new SyncInput(
            World.PAIR, Origin.OPERATOR, false, List.of(amend, new Instruction.Discard("b", "c")));

    assertThat(travel(input, SyncInput.class)).isEqualTo(input);
  }

  @Test
  void fieldsOfANewerVersionAreIgnored() throws Exception {
    ObjectMapper mapper = Payloads.mapper();

    PassOutcome read =
        mapper.readValue(
            "{\"kind\":\"ended\",\"why\":\"gone\",\"addedIn2030\":{\"a\":1}}", PassOutcome.class);

    assertThat(read).isEqualTo(new PassOutcome.Ended("gone", null));
  }

  @Test
  void whatVersionsWithoutStepsWroteIsStillRead() throws Exception {
    ObjectMapper mapper = Payloads.mapper();
    String pair =
        "{\"object\":\"account-customer\",\"legalEntity\":\"usmf\",\"key\":\""
            + World.ACCOUNT
            + "\"}";

    assertThat(mapper.readValue("{\"pair\":" + pair + ",\"instructions\":[]}", PassRequest.class))
        .isEqualTo(new PassRequest(World.PAIR, List.of(), null));
    assertThat(
            mapper.readValue("{\"kind\":\"waitsFor\",\"other\":" + pair + "}", PassOutcome.class))
        .isEqualTo(new PassOutcome.WaitsFor(World.PAIR, null));
    assertThat(
            mapper.readValue(
                "{\"kind\":\"settled\",\"decisions\":[],\"more\":true}", PassOutcome.class))
        .isEqualTo(new PassOutcome.Settled(List.of(), true));
    assertThat(
            mapper.readValue(
                "{\"kind\":\"introduced\",\"pairs\":[" + pair + "]}", IntroductionOutcome.class))
        .isEqualTo(new IntroductionOutcome.Introduced(List.of(World.PAIR)));
  }

  @Test
  void codecsSeeEveryPayload() {
    DataConverter converter = Payloads.converter(List.of(new Reversing()));
    Payload payload = converter.toPayload("abc").orElseThrow();

    assertThat(payload.getData().toStringUtf8()).isEqualTo("\"cba\"");
    assertThat(converter.fromPayload(payload, String.class, String.class)).isEqualTo("abc");
  }

  @Test
  void aTurnHasASensibleLength() {
    assertThatThrownBy(() -> LegalEntityPoller.Input.start(World.USMF, 7200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 3600");
  }

  private static <T> T travel(Object payload, Class<T> as) {
    DataConverter converter = Payloads.converter(List.of());
    return converter.fromPayload(converter.toPayload(payload).orElseThrow(), as, as);
  }

  /** A codec that anyone can break. */
  private static final class Reversing implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
      return payloads.stream().map(Reversing::turned).toList();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      return encode(payloads);
    }

    private static Payload turned(Payload payload) {
      String text = new StringBuilder(payload.getData().toStringUtf8()).reverse().toString();
      return payload.toBuilder().setData(com.google.protobuf.ByteString.copyFromUtf8(text)).build();
    }
  }
}
