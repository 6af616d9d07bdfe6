package io.weft.activities.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReformatTest {
  private static Optional<Problem> find(String sending, String seen, String... sent) {
    List<Value> before = Arrays.stream(sent).<Value>map(Value.Text::new).toList();
    return Reformat.find(
        Side.D365, "PrimaryContactPhone", before, new Value.Text(sending), new Value.Text(seen));
  }

  @Test
  void theSameValueInAnotherFormIsStoppedTheSecondTime() {
    Optional<Problem> problem = find("+49 30 123", "4930123", "+49 30 123");

    assertThat(problem).isPresent();
    assertThat(problem.orElseThrow().what())
        .isEqualTo(
            "D365 field PrimaryContactPhone: '+49 30 123' was sent, '4930123' was kept, and the"
                + " first is to be sent again.");
  }

  @Test
  void aCutValueIsStopped() {
    assertThat(find("Fabrikam Retail", "Fabrikam R", "Fabrikam Retail")).isPresent();
  }

  @Test
  void peopleWhoChangeToAndFroAreNotStopped() {
    assertThat(find("Acme", "Zenith", "Acme")).isEmpty();
    assertThat(find("Acme", "ACME", "Zenith")).isEmpty();
    assertThat(find("Acme", "ACME")).isEmpty();
    assertThat(find("Acme", "ACME", "Acme", "Zenith")).isEmpty();
  }

  @Test
  void anEndlessExchangeIsStoppedWhateverItsForm() {
    assertThat(find("GER", "DEU", "GER", "GER", "GER")).isPresent();
  }
}
