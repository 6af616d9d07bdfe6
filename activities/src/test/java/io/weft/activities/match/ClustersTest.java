package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static Traits acme(String id, String name, String tax, String mail) {
    return Sides.traits(Sides.account(id), name, tax, mail, "", "Ulm");
  }

  private static List<List<RecordRef>> clusters(List<Traits> side) {
    List<Pair> pairs = new ArrayList<>();
    side.forEach(one -> pairs.addAll(Clusters.pairs(one, side)));
    return Clusters.of(pairs);
  }

  @Test
  void recordsHangTogetherThroughOthersInAnyOrder() {
    Traits a = acme("a", "Acme", "DE123456789", "");
    Traits b = acme("b", "Acme GmbH", "DE123456789", "info@acme.de");
    Traits c = acme("c", "Acme", "", "info@acme.de");
    Traits other = Sides.traits(Sides.account("d"), "Zenith", "", "", "", "Bonn");
    List<Traits> side = new ArrayList<>(List.of(c, other, b, a));

    List<List<RecordRef>> found = clusters(side);
    Collections.reverse(side);

    assertThat(found).extracting(Sides::keys).containsExactly(List.of("a", "b", "c"));
    assertThat(clusters(side)).isEqualTo(found);
  }

  @Test
  void customersAreNotToldApartByTheirNumbers() {
    Traits one = customer("C1");
    Traits other = customer("C2");

    assertThat(clusters(List.of(one, other)))
        .extracting(Sides::keys)
        .containsExactly(List.of("C1", "C2"));
  }

  private static Traits customer(String number) {
    return Traits.of(
        new Profile(
            Sides.customer(number),
            number,
            "Acme",
            "DE123456789",
            "",
            "",
            "",
            "",
            "",
            "Ulm",
            "DEU"));
  }

  @Test
  void aSimilarNameInOneCityIsNoCluster() {
    assertThat(clusters(List.of(acme("a", "Acme", "", ""), acme("b", "Acme Tools", "", ""))))
        .isEmpty();
  }
}
