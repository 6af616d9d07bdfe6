package io.weft.activities.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.creatio.MergeHistory.Child;
import io.weft.activities.creatio.MergeHistory.Fate;
import io.weft.activities.creatio.MergeHistory.Lost;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Metadata.EntitySet;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeHistoryTest {
  private static final String A = id(1);
  private static final String B = id(2);
  private static final String C = id(3);
  private static final String CONTACT = id(9);

  private final FakeCreatio creatio = new FakeCreatio();

  @Test
  void followsAChainOfMerges() {
    creatio.merged(A, B).merged(B, C).account(C, "US-001");

    assertThat(fate(null, null)).isEqualTo(new Fate.MergedInto(C, "history of duplicates"));
  }

  @Test
  void aChainThatGoesInCirclesEndsNowhere() {
    creatio.merged(A, B).merged(B, A);

    assertThat(fate(null, null)).isInstanceOf(Fate.Deleted.class);
  }

  @Test
  void aSurvivorThatIsGoneTooIsNone() {
    creatio.merged(A, B);

    assertThat(fate(null, null)).isInstanceOf(Fate.Deleted.class);
  }

  @Test
  void looksByKeyWhereThereIsNoHistory() {
    creatio.withoutHistory().merged(A, C).account(B, "US-001");

    assertThat(fate("US-001", null)).isEqualTo(new Fate.MergedInto(B, "UsrD365CustomerAccount"));
  }

  @Test
  void twoRecordsWithTheKeyAreForAPerson() {
    creatio.account(B, "US-001").account(C, "US-001");

    assertThat(fate("US-001", null)).isEqualTo(new Fate.Doubtful(List.of(B, C)));
  }

  @Test
  void followsAChildThatTheMergeMoved() {
    creatio.account(B, "other").contact(CONTACT, B);

    Fate fate = fate("US-001", new Child("Contact", CONTACT, "AccountId"));

    assertThat(fate)
        .isInstanceOfSatisfying(
            Fate.MergedInto.class, merged -> assertThat(merged.id()).isEqualTo(B));
  }

  @Test
  void aChildThatStillNamesTheLostRecordSaysNothing() {
    creatio.contact(CONTACT, A);

    assertThat(fate(null, new Child("Contact", CONTACT, "AccountId")))
        .isInstanceOf(Fate.Deleted.class);
  }

  @Test
  void ofManyItIsToldWhichWereMerged() {
    List<String> ids = IntStream.rangeClosed(1, 45).mapToObj(MergeHistoryTest::id).toList();
    List<List<String>> many = List.of(ids.subList(0, 20), ids.subList(20, 45));
    creatio.merged(A, B).merged(id(41), C);

    assertThat(new MergeHistory(creatio).merged("Account", many)).containsExactly(A, id(41));
    assertThat(new MergeHistory(creatio.withoutHistory()).merged("Account", many)).isEmpty();
  }

  private Fate fate(String key, Child child) {
    return new MergeHistory(creatio)
        .of(new Lost("Account", A, "UsrD365CustomerAccount", key, child));
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** Three tables in memory, as far as the look-up needs them. */
  private static final class FakeCreatio implements CreatioClient {
    private final Map<String, String> merges = new LinkedHashMap<>();
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Map<String, String> contacts = new LinkedHashMap<>();
    private boolean history = true;

    FakeCreatio merged(String from, String to) {
      merges.put(from, to);
      return this;
    }

    FakeCreatio account(String id, String key) {
      accounts.put(id, key);
      return this;
    }

    FakeCreatio contact(String id, String account) {
      contacts.put(id, account);
      return this;
    }

    FakeCreatio withoutHistory() {
      history = false;
      return this;
    }

    @Override
    public Optional<Row> get(String set, String id, Columns columns, List<Expand> expand) {
      if (set.equals("Account")) {
        return accounts.containsKey(id) ? Optional.of(row("Id", id)) : Optional.empty();
      }
      return Optional.ofNullable(contacts.get(id)).map(account -> row("AccountId", account));
    }

    @Override
    public Page query(String set, CreatioQuery query) {
      String filter = query.filter().text();
      List<Row> rows =
          set.equals("Account")
              ? accounts.entrySet().stream()
                  .filter(account -> filter.contains("'" + account.getValue() + "'"))
                  .map(account -> row("Id", account.getKey()))
                  .toList()
              : merges.entrySet().stream()
                  .filter(merge -> filter.contains("OldRecordId eq " + merge.getKey()))
                  .map(
                      merge ->
                          Row.of(
                              Map.of(
                                  "OldRecordId", merge.getKey(), "NewRecordId", merge.getValue())))
                  .toList();
      return new Page(rows, null, null);
    }

    @Override
    public Metadata metadata() {
      EntitySet set = new EntitySet("DuplicatesHistory", List.of("Id"), Map.of(), Set.of());
      return new Metadata(history ? Map.of("DuplicatesHistory", set) : Map.of());
    }

    private static Row row(String name, String value) {
      return Row.of(Map.of(name, value));
    }

    @Override
    public Row create(String set, String id, Map<String, Object> body) {
      throw new AssertionError("a look-up writes nothing");
    }

    @Override
    public void patch(String set, String id, Map<String, Object> body) {
      throw new AssertionError("a look-up writes nothing");
    }

    @Override
    public void patchIfUnchanged(
        String set, String id, Map<String, Object> seen, Map<String, Object> body) {
      throw new AssertionError("a look-up writes nothing");
    }

    @Override
    public void delete(String set, String id) {
      throw new AssertionError("a look-up writes nothing");
    }

    @Override
    public List<WriteResult> batch(List<Write> writes) {
      throw new AssertionError("a look-up writes nothing");
    }

    @Override
    public void ping() {}
  }
}
