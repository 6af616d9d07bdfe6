package io.weft.activities.d365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class D365FilterTest {
  @ParameterizedTest
  @CsvSource({
    "STRING,O'Hara,'F eq ''O''''Hara'''",
    "DECIMAL,10.50,F eq 10.5",
    "BOOLEAN,true,'F eq Microsoft.Dynamics.DataEntities.NoYes''Yes'''",
    "DATE,2026-02-03,F eq 2026-02-03T12:00:00Z",
    "INSTANT,2026-02-03T10:00:00Z,F eq 2026-02-03T10:00:00Z",
    "CODE,EUR,'F eq ''EUR'''"
  })
  void writesEachTypeAsTheGrammarWantsIt(Type type, String value, String expected) {
    assertThat(D365Filter.equal("F", Values.parse(type, value)).text()).isEqualTo(expected);
  }

  @Test
  void anAbsentTextIsTheEmptyOne() {
    assertThat(D365Filter.equal("TaxGroup", Values.ABSENT).text()).isEqualTo("TaxGroup eq ''");
  }

  @Test
  void aStarIsRefusedUnlessAWildcardIsWanted() {
    assertThatThrownBy(() -> D365Filter.equal("OrganizationName", "Star * GmbH"))
        .isInstanceOf(RemoteException.Rejected.class)
        .hasMessageContaining("OrganizationName");

    assertThat(D365Filter.like("OrganizationName", "*O'Hara*").text())
        .isEqualTo("OrganizationName eq '*O''Hara*'");
  }

  @Test
  void refusesWhatIsNoName() {
    assertThatThrownBy(() -> D365Filter.equal("F eq 'x' or G", "y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> D365Filter.equal("F", new EnumValue("NoYes", "Yes' or 1 eq 1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
