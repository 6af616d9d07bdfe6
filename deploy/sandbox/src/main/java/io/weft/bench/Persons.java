package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People who enter contacts and edit their phone numbers, each number typed once only, so that the
 * journal tells when it arrived.
 */
final class Persons {
  private static final int KNOWN = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Users users;
  private final Pairs pairs;
  private final List<Person> known = new ArrayList<>();
  private int next;

  Persons(Users users, Pairs pairs) {
    this.users = users;
    this.pairs = pairs;
  }

  /** A contact that both systems know: its id, and its number in {@link Pairs#COMPANY}. */
  private record Person(String id, String number) {}

  /** What is typed: new, or over the old number of one that is known. */
  private enum Act {
    ENTER,
    EDIT_CREATIO,
    EDIT_D365
  }

  /** Enters the contacts that are to be edited, and waits until Weft has linked them. */
  void meet() {
    List<String> ids = IntStream.range(0, KNOWN).mapToObj(i -> enter(next++)).toList();
    for (String id : ids) {
      JsonNode linked =
          Await.seen(
              PATIENCE,
              "contact " + id + " with its number",
              () ->
                  users
                      .inCreatio("Contact", id)
                      .filter(row -> !row.path("UsrD365ContactId").asText("").isEmpty()));
      known.add(new Person(id, linked.path("UsrD365ContactId").asText()));
    }
  }

  /** Half of them new ones, the others edited on either side in turn. */
  Edits.Typing typing(int rate, Duration time) {
    int first = next;
    int count = Pace.count(rate, time);
    next += count;
    List<Edits.Edit> edits =
        IntStream.range(first, next)
            .mapToObj(n -> new Edits.Edit(phone(n), act(n) != Act.EDIT_D365))
            .toList();
    return new Edits.Typing(edits, new Pace.Beat(rate, count, i -> type(first + i)));
  }

  private static Act act(int number) {
    if (number % 2 == 0) {
      return Act.ENTER;
    }
    return number % 4 == 1 ? Act.EDIT_CREATIO : Act.EDIT_D365;
  }

  private void type(int number) {
    Person person = known.get(number % known.size());
    switch (act(number)) {
      case ENTER -> {
        var unused = enter(number);
      }
      case EDIT_CREATIO ->
          users.editInCreatio("sales", "Contact", person.id(), Map.of("Phone", phone(number)));
      case EDIT_D365 ->
          users.editInD365(
              "finance",
              "ContactPersons",
              Pairs.COMPANY,
              person.number(),
              Map.of("PrimaryPhoneNumber", phone(number)));
    }
  }

  private String enter(int number) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("GivenName", "Bench");
    columns.put("Surname", "Person%05d".formatted(number));
    columns.put("Email", "person%05d@bench.example".formatted(number));
    columns.put("Phone", phone(number));
    columns.put("AccountId", pairs.all().get(number % pairs.all().size()).id());
    return users.newInCreatio("sales", "Contact", columns);
  }

  private static String phone(int number) {
    return "+1 888 %07d".formatted(number);
  }
}
