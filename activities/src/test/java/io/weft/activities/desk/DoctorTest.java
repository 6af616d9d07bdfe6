package io.weft.activities.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.desk.Doctor.Named;
import io.weft.activities.desk.Finding.Level;
import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final Finding FINE = Finding.ok("somewhere", "Fine.");

  private record Some(String name, @Nullable Side system, Supplier<List<Finding>> findings)
      implements Check {
    @Override
    public List<Finding> look() {
      return findings.get();
    }
  }

  private static SignInCheck open(Side side) {
    return new SignInCheck(side, () -> {});
  }

  private static SignInCheck closed(Side side) {
    return new SignInCheck(
        side,
        () -> {
          throw new RemoteException.Denied(
              side, "sign-in", "the secret is wrong", (Throwable) null);
        });
  }

  private static List<Level> levels(List<Named> findings) {
    return findings.stream().map(named -> named.finding().level()).toList();
  }

  @Test
  void reportsEveryFindingOfEveryCheckAtOnce() {
    Check bad =
        new Some(
            "one",
            Side.D365,
            () -> List.of(Finding.problem("a", "Bad.", "Do."), Finding.warn("b", "Odd.", "Look.")));
    Check good = new Some("two", null, () -> List.of(FINE));

    List<Named> findings = new Doctor(List.of(open(Side.D365)), List.of(bad, good)).examine();

    assertThat(levels(findings)).containsExactly(Level.OK, Level.PROBLEM, Level.WARN, Level.OK);
    assertThat(findings).extracting(Named::check).endsWith("one", "one", "two");
  }

  @Test
  void namesWhatItCouldNotLookAtBehindAClosedDoor() {
    Check inside =
        new Some(
            "inside",
            Side.D365,
            () -> {
              throw new AssertionError("the door is closed");
            });
    Check other = new Some("other", Side.CREATIO, () -> List.of(FINE));

    List<Named> findings =
        new Doctor(List.of(open(Side.CREATIO), closed(Side.D365)), List.of(inside, other))
            .examine();

    assertThat(levels(findings)).containsExactly(Level.OK, Level.PROBLEM, Level.WARN, Level.OK);
    assertThat(findings.get(1).finding().what()).isEqualTo("the secret is wrong");
    assertThat(findings.get(1).finding().remedy()).contains("app registration");
    assertThat(findings.get(2).finding().what()).contains("D365 does not let us in");
  }

  @Test
  void goesOnWhenACheckFails() {
    Check failing =
        new Some(
            "failing",
            null,
            () -> {
              throw new IllegalStateException("a bug");
            });
    Check away =
        new Some(
            "away",
            Side.CREATIO,
            () -> {
              throw new RemoteException.Unavailable(
                  Side.CREATIO, "read", "Creatio is away", false, null, null);
            });
    Check good = new Some("good", null, () -> List.of(FINE));

    List<Named> findings = new Doctor(List.of(), List.of(failing, away, good)).examine();

    assertThat(levels(findings)).containsExactly(Level.PROBLEM, Level.PROBLEM, Level.OK);
    assertThat(findings.get(0).finding().what()).contains("a bug");
    assertThat(findings.get(1).finding().what()).isEqualTo("Creatio is away");
  }
}
