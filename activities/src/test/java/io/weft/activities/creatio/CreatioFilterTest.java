package io.weft.activities.creatio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatioFilterTest {
  private static final String GUID = "11111111-aaaa-4bbb-8ccc-000000000001";

  @ParameterizedTest
  @CsvSource({
    "Account,Account/Id",
    "AccountId,Account/Id",
    "Id,Id",
    "Account/Owner,Account/Owner/Id"
  })
  void asksForLookupsByPath(String column, String path) {
    assertThat(CreatioFilter.lookup(column, GUID).text()).isEqualTo(path + " eq " + GUID);
  }

  @ParameterizedTest
  @CsvSource({
    "STRING,O'Hara,'Name eq ''O''''Hara'''",
    "DECIMAL,10.50,Name eq 10.5",
    "BOOLEAN,true,Name eq true",
    "DATE,2026-02-03,Name eq 2026-02-03T00:00:00Z",
    "INSTANT,2026-02-03T10:00:00Z,Name eq 2026-02-03T10:00:00Z",
    "CODE,EUR,'Name eq ''EUR'''",
    "REFERENCE,11111111-aaaa-4bbb-8ccc-000000000001,Name/Id eq 11111111-aaaa-4bbb-8ccc-000000000001"
  })
  void writesEachTypeAsTheGrammarWantsIt(Type type, String value, String expected) {
    assertThat(CreatioFilter.equal("Name", Values.parse(type, value)).text()).isEqualTo(expected);
  }

  @Test
  void joinsConditions() {
    CreatioFilter filter =
        CreatioFilter.all(
            CreatioFilter.after("ModifiedOn", Instant.parse("2026-01-31T08:15:00Z")),
            CreatioFilter.any(
                CreatioFilter.contains("Name", "a"), CreatioFilter.empty("Code").negated()));

    assertThat(filter.text())
        .isEqualTo(
            "(ModifiedOn gt 2026-01-31T08:15:00Z) and"
                + " ((contains(Name,'a')) or (not (Code eq '')))");
  }

  @Test
  void refusesWhatIsNoNameAndNoGuid() {
    assertThatThrownBy(() -> CreatioFilter.equal("Name eq 'x' or Name", "y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CreatioFilter.lookup("Account", "1 or 1 eq 1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CreatioFilter.equal("Name", Values.ABSENT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
