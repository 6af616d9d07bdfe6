package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.BatchPass.BatchOutcome;
import io.weft.activities.pass.PassException;
import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Holder;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many pairs in one go against the sandbox, with what that costs: -Dweft.batch.pairs= for more. */
class BatchStageTest {
  private static final int PAIRS = Integer.getInteger("weft.batch.pairs", 60);

  /** Of one chunk. */
  private static final int TOGETHER = 30;

  /** Before each call of making customers and telling their numbers. */
  private static final int MOMENTS = 16;

  private static final LegalEntity USMF = new LegalEntity("usmf");

  @TempDir Path directory;
  private ObjectStage stage;
  private SyncObject accounts;

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, text -> text);
    accounts = stage.objects().of(SyncObjectName.ACCOUNT_CUSTOMER, USMF);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void linksWhatIsThereAndCarriesEditsBothWays() {
    List<String> ids = companies(true);
    List<LinkWanted> wishes = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      wishes.add(wish(pair(ids.get(i)), customer(i), true));
    }
    stage.stores().links().linkAll(wishes);
    List<PairId> pairs = ids.stream().map(BatchStageTest::pair).toList();

    measured("link", pairs);
    measured("nothing to do", pairs);
    for (int i = 0; i < ids.size(); i++) {
      edited(ids.get(i), customer(i), i % 2 == 0);
    }
    measured("update", pairs);

    assertThat(account(ids.get(0)).path("Phone").asText()).isEqualTo("+1 206 555 0111");
    assertThat(account(ids.get(1)).path("UsrD365CustomerAccount").asText()).isEqualTo(customer(1));
    assertThat(customers().get(customer(1)).path("PaymentTerms").asText()).isEqualTo("Net10");
  }

  @Test
  void makesCustomersUnderNumbersThatWereKeptBefore() {
    List<PairId> pairs = companies(false).stream().map(BatchStageTest::pair).toList();
    LinkStore.NumberRange range = accounts.arrival().numbers(USMF);
    List<String> numbers = stage.stores().links().numbers(pairs, range);
    List<LinkWanted> wishes = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      wishes.add(wish(pairs.get(i), numbers.get(i), false));
    }
    stage.stores().links().linkAll(wishes);

    measured("make in D365", pairs);

    assertThat(customers().keySet()).containsAll(numbers).hasSize(numbers.size());
    assertThat(account(pairs.get(0).key()).path("UsrD365CustomerAccount").asText())
        .isEqualTo(numbers.get(0));
  }

  /** One write and one audit row tell number and state; what is there is not told again. */
  @Test
  void howARecordStandsGoesAlongWithItsNumber() {
    List<PairId> pairs = linked(TOGETHER);
    long before = new Journal(stage.control()).last();

    stage.batch(accounts, pairs);
    stage.batch(accounts, pairs);

    assertThat(written(before))
        .hasSize(pairs.size())
        .allMatch(write -> write.sets("UsrD365SyncStatus", "In step"))
        .allMatch(write -> write.after().has("UsrD365CustomerAccount"));
    assertThat(stage.stores().audit().after(0, 1000))
        .hasSize(pairs.size())
        .allMatch(row -> names(row).contains("UsrD365CustomerAccount"))
        .allMatch(row -> names(row).contains("UsrD365SyncMessage"));
  }

  @Test
  void whatIsRefusedForHowItStandsIsWrittenWithoutThat() {
    List<PairId> pairs = linked(TOGETHER);
    stage.control().put("creatio/columns/Account/UsrD365SyncStatus", Map.of("type", "integer"));
    long before = new Journal(stage.control()).last();

    stage.batch(accounts, pairs);

    assertThat(written(before))
        .hasSize(pairs.size())
        .allMatch(write -> write.after().has("UsrD365CustomerAccount"))
        .noneMatch(write -> write.after().has("UsrD365SyncMessage"));
    assertThat(stage.stores().hints().counts().inFlight()).isZero();
  }

  private List<Write> written(long after) {
    return new Journal(stage.control())
        .after(after).stream().filter(w -> w.byWeft() && w.in("creatio", "Account")).toList();
  }

  private static List<String> names(AuditStore.Entry row) {
    return row.fields().stream().map(FieldDecision::field).toList();
  }

  @Test
  void whatIsHintedAtMeanwhileIsLookedAtTogether() {
    List<PairId> pairs = linked(TOGETHER);
    stage.batch(accounts, pairs);
    List<Hint> hints =
        IntStream.range(0, pairs.size())
            .mapToObj(i -> RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, USMF, customer(i)))
            .map(customer -> Hint.of(customer, Origin.EVENT, Instant.now()))
            .toList();
    AtomicBoolean told = new AtomicBoolean();
    long before = requests();

    List<BatchOutcome> outcomes =
        new BatchPass(stage.pass()).run(accounts, pairs, attempt(() -> hintedOnce(told, hints)));

    assertThat(told).isTrue();
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(((BatchOutcome.Done) outcome).outcome())
                    .isInstanceOfSatisfying(
                        PassOutcome.Settled.class, end -> assertThat(end.more()).isFalse()));
    assertThat(stage.stores().hints().counts().inFlight()).isZero();
    assertThat(requests() - before).isLessThan(pairs.size());
  }

  /** Also after it has asked whether there is time, while it waits for its turn at the system. */
  @Test
  void toldToStopAtAnyMomentItSendsNothingMoreAndIsFinishedLater() {
    List<PairId> pairs = companies(false).stream().map(BatchStageTest::pair).toList();
    List<String> numbers = stage.stores().links().numbers(pairs, accounts.arrival().numbers(USMF));
    List<LinkWanted> wishes = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      wishes.add(wish(pairs.get(i), numbers.get(i), false));
    }
    stage.stores().links().linkAll(wishes);
    List<String> unsent = new ArrayList<>();

    for (int moment = 0; moment < MOMENTS; moment++) {
      AtomicInteger left = new AtomicInteger(moment);
      AtomicLong after = new AtomicLong(-1);
      new BatchPass(stage.pass())
          .run(accounts, pairs, attempt(() -> stopped(left, after)))
          .forEach(outcome -> unsent.add(outcome.toString()));
      assertThat(requests()).as("stopped at moment " + moment).isEqualTo(after.get());
    }
    measured("finish", pairs);

    assertThat(unsent).anyMatch(outcome -> outcome.contains("the time of this attempt is over"));
    assertThat(customers().keySet()).containsAll(numbers).hasSize(numbers.size());
  }

  private void stopped(AtomicInteger left, AtomicLong after) {
    if (left.getAndDecrement() <= 0) {
      after.compareAndSet(-1, requests());
      throw new PassException.OutOfTime();
    }
  }

  /** In the first call, when the records are claimed and not read yet. */
  private void hintedOnce(AtomicBoolean told, List<Hint> hints) {
    if (!told.getAndSet(true)) {
      stage.tell(hints);
    }
  }

  private static Attempt attempt(Runnable alive) {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    return new Attempt(new Holder("batch", "run", "batch/1", end), end, Clock.systemUTC(), alive);
  }

  private long requests() {
    JsonNode traffic = stage.control().get("traffic");
    long sum = 0;
    for (String system : List.of("creatio", "d365")) {
      for (JsonNode calls : traffic.path(system).path("calls")) {
        sum += calls.asLong();
      }
    }
    return sum;
  }

  private List<PairId> linked(int number) {
    List<String> ids = companies(true).subList(0, number);
    List<LinkWanted> wishes = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      wishes.add(wish(pair(ids.get(i)), customer(i), true));
    }
    stage.stores().links().linkAll(wishes);
    return ids.stream().map(BatchStageTest::pair).toList();
  }

  private void measured(String what, List<PairId> pairs) {
    long start = System.nanoTime();
    Duration cpu = cpu();
    List<BatchOutcome> outcomes = stage.batch(accounts, pairs);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "batch: %s: %d pairs in %d ms, %.0f pairs/s, %d ms of processor, sandbox included%n",
        what,
        pairs.size(),
        took.toMillis(),
        pairs.size() * 1e9 / took.toNanos(),
        cpu().minus(cpu).toMillis());
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        BatchOutcome.Done.class,
                        done ->
                            assertThat(done.outcome()).isInstanceOf(PassOutcome.Settled.class)));
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private List<String> companies(boolean onBothSides) {
    Users users = stage.users();
    String currency = users.lookUp("Currency", "ShortName", "USD");
    String country = users.lookUp("Country", "Alpha2Code", "US");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      Map<String, Object> account = new LinkedHashMap<>();
      account.put("Name", "Batch Works %05d LLC".formatted(i));
      account.put("TypeId", Users.CUSTOMER_TYPE);
      account.put("Phone", "+1 206 555 0100");
      account.put("UsrPaymentTerms", "Net30");
      account.put("UsrCustomerGroup", "10");
      account.put("UsrSalesTaxGroup", "TX");
      account.put("UsrCurrencyId", currency);
      account.put("CountryId", country);
      ids.add(users.newAccount("founder", account));
      if (onBothSides) {
        users.newCustomer("founder", customerRow(i));
      }
    }
    return ids;
  }

  private static Map<String, Object> customerRow(int number) {
    Map<String, Object> customer = new LinkedHashMap<>();
    customer.put("dataAreaId", "usmf");
    customer.put("CustomerAccount", customer(number));
    customer.put("PartyType", "Organization");
    customer.put("OrganizationName", "Batch Works %05d LLC".formatted(number));
    customer.put("PrimaryContactPhone", "+1 206 555 0100");
    customer.put("CustomerGroupId", "10");
    customer.put("SalesCurrencyCode", "USD");
    customer.put("PaymentTerms", "Net30");
    customer.put("SalesTaxGroup", "TX");
    customer.put("AddressDescription", "Head office");
    customer.put("AddressCountryRegionId", "USA");
    return customer;
  }

  private static LinkWanted wish(PairId pair, String customer, boolean exists) {
    return new LinkWanted(pair, customer, null, null, Side.CREATIO, true, exists, List.of());
  }

  private void edited(String id, String customer, boolean inD365) {
    if (inD365) {
      stage
          .users()
          .editCustomer(
              "clerk", "usmf", customer, Map.of("PrimaryContactPhone", "+1 206 555 0111"));
    } else {
      stage.users().editAccount("seller", id, Map.of("UsrPaymentTerms", "Net10"));
    }
  }

  private JsonNode account(String id) {
    return stage.users().account(id).orElseThrow();
  }

  private Map<String, JsonNode> customers() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    stage.users().allCustomers().forEach(c -> all.put(c.path("CustomerAccount").asText(), c));
    return all;
  }

  private static PairId pair(String id) {
    return new PairId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, id.toLowerCase(Locale.ROOT));
  }

  private static String customer(int number) {
    return "US-B%05d".formatted(number);
  }
}
