package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import org.junit.jupiter.api.Test;

final class FullNameTest {
  private static final Fields SEEN =
      Fields.of("GivenName", Values.text("Eva"))
          .with("MiddleName", Values.text("M."))
          .with("Surname", Values.text("Stone"))
          .with("Name", Values.text("Eva M. Stone"));

  @Test
  void oneNewPartSendsAllFour() {
    Fields all = FullName.complete(SEEN, Fields.of("Surname", Values.text("Brook")));

    assertThat(all.names()).containsExactlyInAnyOrder("GivenName", "MiddleName", "Surname", "Name");
    assertThat(all.get("Name").text()).isEqualTo("Eva M. Brook");
    assertThat(all.get("GivenName").text()).isEqualTo("Eva");
  }

  @Test
  void aPartThatIsClearedLeavesTheName() {
    Fields all = FullName.complete(SEEN, Fields.of("MiddleName", Values.ABSENT));

    assertThat(all.get("Name").text()).isEqualTo("Eva Stone");
    assertThat(all.get("MiddleName").isAbsent()).isTrue();
  }

  @Test
  void otherChangesStayAlone() {
    Fields phone = Fields.of("Phone", Values.text("1"));

    assertThat(FullName.complete(SEEN, phone)).isEqualTo(phone);
  }

  @Test
  void aNewContactHasItsNameFromWhatThereIs() {
    Fields all = FullName.complete(Fields.none(), Fields.of("Surname", Values.text("Stone")));

    assertThat(all.get("Name").text()).isEqualTo("Stone");
  }
}
