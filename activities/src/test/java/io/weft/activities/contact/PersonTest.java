package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class PersonTest {
  private static final Person EVA = new Person("Eva", "Stone", "eva@larch.example");

  private static List<Person> among(Person wanted, Person... others) {
    return wanted.among(List.of(others), Function.identity());
  }

  @Test
  void isKnownByAddressWhateverTheCase() {
    Person married = new Person("Eva", "Brook", " EVA@larch.example ");

    assertThat(among(EVA, married, new Person("Bo", "Reed", "bo@larch.example")))
        .containsExactly(married);
  }

  @Test
  void isNotAColleagueWhoSharesTheMailbox() {
    assertThat(among(EVA, new Person("Bo", "Reed", "eva@larch.example"))).isEmpty();
  }

  @Test
  void isKnownByNameWhereNobodyHasTheAddress() {
    Person plain = new Person(" eva ", "STONE", "");
    Person byMail = new Person("E.", "Stone", "eva@larch.example");

    assertThat(among(EVA, plain)).containsExactly(plain);
    assertThat(among(EVA, plain, byMail)).containsExactly(byMail);
  }

  @Test
  void severalAreAllShown() {
    Person one = new Person("Eva", "Stone", "");
    Person other = new Person("Eva", "Stone", "e@other.example");

    assertThat(among(EVA, one, other)).containsExactly(one, other);
  }

  @Test
  void nobodyIsKnownByAFirstNameOrByNothing() {
    assertThat(among(new Person("Eva", "", ""), new Person("Eva", "", ""))).isEmpty();
  }

  @Test
  void readsEitherSide() {
    Fields creatio =
        Fields.of("GivenName", Values.text("Eva"))
            .with("Surname", Values.text("Stone"))
            .with("Email", Values.text("eva@larch.example"));
    Fields d365 =
        Fields.of("FirstName", Values.text("Eva"))
            .with("LastName", Values.text("Stone"))
            .with("PrimaryEmailAddress", Values.text("eva@larch.example"));

    assertThat(Person.of(creatio)).isEqualTo(EVA);
    assertThat(Person.of(d365)).isEqualTo(EVA);
  }
}
