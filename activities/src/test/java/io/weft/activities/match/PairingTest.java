package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final Traits ACME = Sides.named(Sides.customer("C1"), "Acme GmbH");
  private static final Traits ZENITH = Sides.named(Sides.customer("C2"), "Zenith AG");

  private static List<Settled> settle(List<Traits> left, List<Traits> right) {
    List<Claim> claims = new ArrayList<>();
    left.forEach(one -> claims.addAll(Pairing.judge(one, right)));
    return Pairing.settleAll(claims);
  }

  private static List<String> linked(List<Settled> settled) {
    return settled.stream()
        .filter(Settled::link)
        .map(one -> one.pair().left().key() + "=" + one.pair().right().key())
        .toList();
  }

  @Test
  void eachFindsItsOwn() {
    Traits a = Sides.named(Sides.account("a"), "ACME");
    Traits b = Sides.named(Sides.account("b"), "Zenith");

    assertThat(linked(settle(List.of(a, b), List.of(ACME, ZENITH))))
        .containsExactly("a=C1", "b=C2");
  }

  @Test
  void twoThatClaimOneAreBothLeftToAPersonAndNamed() {
    Traits a = Sides.named(Sides.account("a"), "Acme");
    Traits b = Sides.named(Sides.account("b"), "ACME GmbH");

    List<Settled> settled = settle(List.of(a, b), List.of(ACME));

    assertThat(linked(settled)).isEmpty();
    assertThat(settled)
        .extracting(one -> one.pair().left().key() + " rivals " + Sides.keys(one.rivals()))
        .containsExactlyInAnyOrder("a rivals [b]", "b rivals [a]");
  }

  @Test
  void aTaxNumberWinsOverANamesakeThatClaimsTheSame() {
    Traits right = Sides.traits(Sides.customer("C1"), "Acme", "DE123456789", "", "", "Ulm");
    Traits numbered = Sides.traits(Sides.account("a"), "Acme", "DE123456789", "", "", "Ulm");
    Traits fuzzy = Sides.traits(Sides.account("b"), "Acme Tools", "", "a@b.de", "", "Ulm");

    List<Settled> settled = settle(List.of(numbered, fuzzy), List.of(right));

    assertThat(linked(settled)).containsExactly("a=C1");
  }

  @Test
  void aNamesakeOfAPairAnswersItself() {
    Traits right = Sides.traits(Sides.customer("C1"), "Acme", "DE123456789", "a@b.de", "", "Ulm");
    Traits numbered = Sides.traits(Sides.account("a"), "Acme", "DE123456789", "", "", "Ulm");
    Traits namesake = Sides.traits(Sides.account("b"), "Acme Tools", "", "", "", "Ulm");
    Traits mate = Sides.traits(Sides.account("c"), "Acme Tools", "", "a@b.de", "", "Ulm");

    assertThat(settle(List.of(numbered, namesake, mate), List.of(right)))
        .as("who shares an e-mail with one of the pair is shown, who shares a name is not")
        .extracting(one -> one.pair().left().key())
        .containsExactly("a", "c");
    assertThat(settle(List.of(namesake), List.of(right)))
        .as("without a better one it is shown")
        .extracting(one -> one.pair().left().key())
        .containsExactly("b");
  }

  @Test
  void aPairOfTwoThatAreLinkedWithOthersAnswersItself() {
    String mail = "office@acme.de";
    Traits a = Sides.traits(Sides.account("a"), "Acme", "DE123456789", mail, "", "Ulm");
    Traits b = Sides.traits(Sides.account("b"), "Acme Tools", "DE987654321", mail, "", "Ulm");
    Traits c1 = Sides.traits(Sides.customer("C1"), "Acme", "DE123456789", mail, "", "Ulm");
    Traits c2 = Sides.traits(Sides.customer("C2"), "Acme Tools", "DE987654321", mail, "", "Ulm");

    List<Settled> settled = settle(List.of(a, b), List.of(c1, c2));

    assertThat(Matcher.judge(a, c2).grade()).isEqualTo(Grade.DOUBTFUL);
    assertThat(linked(settled)).containsExactly("a=C1", "b=C2");
    assertThat(settled).hasSize(2);
  }

  @Test
  void aChoiceThatIsNotReturnedLinksNothing() {
    Traits one = Sides.named(Sides.customer("C1"), "Acme");
    Traits twin = Sides.named(Sides.customer("C2"), "Acme");
    Traits a = Sides.named(Sides.account("a"), "Acme");

    assertThat(linked(settle(List.of(a), List.of(one, twin)))).isEmpty();
  }

  @Test
  void theOrderOfClaimsDecidesNothing() {
    Traits a = Sides.named(Sides.account("a"), "Acme");
    Traits b = Sides.named(Sides.account("b"), "Acme Tools");
    Traits c = Sides.named(Sides.account("c"), "Zenith");
    List<Traits> left = new ArrayList<>(List.of(a, b, c));
    List<Traits> right = new ArrayList<>(List.of(ACME, ZENITH));
    List<Settled> straight = settle(left, right);

    Collections.reverse(left);
    Collections.reverse(right);

    assertThat(settle(left, right)).isEqualTo(straight);
  }
}
