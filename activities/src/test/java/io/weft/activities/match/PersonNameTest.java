package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.match.PersonName.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonNameTest {
  private static PersonName name(String first, String last) {
    return PersonName.of(first, last, "");
  }

  @ParameterizedTest
  @CsvSource({
    "Eva,Stone,Eva,Stone,SAME",
    "Eva,Stone,EVA,' stone ',SAME",
    "Jürgen,Müller,Juergen,Mueller,SAME",
    "Jean-Luc,Petit,Jean Luc,Petit,SAME",
    "Anna,O'Neil,Anna,ONeil,SAME",
    "Eva,Stone,Stone,Eva,SIMILAR",
    "E.,Stone,Eva,Stone,SIMILAR",
    "'',Stone,Eva,Stone,SIMILAR",
    "Anna Maria,Stone,Anna,Stone,SIMILAR",
    "Eva,Stone-Miller,Eva,Stone,SIMILAR",
    "Stephan,Stone,Stefan,Stone,PARTLY",
    "Katrin,Stone,Kathrin,Stone,SIMILAR",
    "Eva,Schneider,Eva,Schnieder,SIMILAR",
    "Eva,Stone,Peter,Stone,PARTLY",
    "Eva,Stone,Eva,Brook,PARTLY",
    "E.,Stone,Peter,Stone,PARTLY",
    "Eva,Stone,Bo,Reed,OTHER",
    "Eva,Stone,'','',UNKNOWN",
  })
  void relatesToAnotherTheSameFromEitherSide(
      String first, String last, String otherFirst, String otherLast, Relation relation) {
    PersonName one = name(first, last);
    PersonName other = name(otherFirst, otherLast);

    assertThat(one.to(other)).isEqualTo(relation);
    assertThat(other.to(one)).isEqualTo(relation);
  }

  @Test
  void inOnePieceEndsWithTheLastName() {
    PersonName whole = PersonName.of("", "", "Eva Maria Stone");

    assertThat(whole.to(name("Eva Maria", "Stone"))).isEqualTo(Relation.SAME);
    assertThat(PersonName.of("Eva", "Stone", "Somebody Else").to(name("Eva", "Stone")))
        .isEqualTo(Relation.SAME);
    assertThat(PersonName.of("", "", " ").words()).isEmpty();
  }
}
