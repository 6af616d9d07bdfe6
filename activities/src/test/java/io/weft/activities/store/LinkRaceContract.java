package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LinkStore.NumberRange;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links and numbers, whoever comes first. */
abstract class LinkRaceContract extends ThreadsContract {
  @Test
  void numbersAreUniqueAndTheSameForTwins() throws Exception {
    NumberRange range = new NumberRange("customers", "CRT-", 6, 1, 899_999);

    List<String> numbers =
        atOnce(THREADS, thread -> () -> stores.links().number(pair(USMF, guid(thread / 2)), range));

    for (int i = 0; i < THREADS; i += 2) {
      assertThat(numbers.get(i)).isEqualTo(numbers.get(i + 1));
    }
    assertThat(new LinkedHashSet<>(numbers)).hasSize(THREADS / 2);
  }

  @Test
  void linksAreUniqueOnBothKeys() throws Exception {
    List<Linking> sameAccount =
        atOnce(8, thread -> () -> stores.links().link(wanted(USMF, ACME, "US-" + thread)));
    List<Linking> sameCustomer =
        atOnce(8, thread -> () -> stores.links().link(wanted(DEMF, guid(thread), "DE-1")));

    assertThat(sameAccount).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(sameCustomer).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(sameAccount).filteredOn(Linking.Taken.class::isInstance).hasSize(7);
    assertThat(stores.links().list(null, null, 100)).hasSize(2);
  }

  @Test
  void twinsThatLinkAlikeBothGetTheLink() throws Exception {
    List<Linking> links =
        atOnce(8, thread -> () -> stores.links().link(wanted(USMF, ACME, "US-1")));

    assertThat(new LinkedHashSet<>(links)).hasSize(1);
    assertThat(links.get(0)).isInstanceOf(Linking.Made.class);
  }

  @Test
  void oneFirmInManyLegalEntitiesIsMadeOnce() throws Exception {
    List<Linking> links =
        atOnce(
            8,
            thread ->
                () -> {
                  List<String> keys =
                      thread % 2 == 0 ? List.of("tax:1", "party:1") : List.of("party:1", "tax:1");
                  return stores
                      .links()
                      .link(wanted(USMF, guid(thread), "US-" + thread, false, keys));
                });

    assertThat(links).filteredOn(Linking.Made.class::isInstance).hasSize(1);
    assertThat(links).filteredOn(Linking.Reserved.class::isInstance).hasSize(7);
  }
}
