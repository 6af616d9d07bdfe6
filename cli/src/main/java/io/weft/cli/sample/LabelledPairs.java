package io.weft.cli.sample;

import io.weft.activities.match.Blocking;
import io.weft.activities.match.Profile;
import io.weft.activities.match.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs with labels: half of them one company, half of them two. The two have something in common
 * (sisters, branches, namesakes, neighbours) as far as such are found: telling strangers apart
 * proves nothing.
 */
public final class LabelledPairs {
  private final Population population;
  private final Map<Long, List<Population.Entry>> byKey = new LinkedHashMap<>();
  private final Map<Integer, List<Population.Entry>> byCompany = new LinkedHashMap<>();

  /** A pair, and whether it is one company. */
  public record Labelled(Profile left, Profile right, boolean same) {}

  private LabelledPairs(Population population) {
    this.population = population;
    for (Population.Entry entry : population.customers()) {
      byCompany.computeIfAbsent(entry.company(), company -> new ArrayList<>()).add(entry);
      for (long key : keys(entry)) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
    }
  }

  private static List<Long> keys(Population.Entry entry) {
    return Blocking.hashes(Traits.of(entry.profile()));
  }

  /** As many pairs; the same for the same seed and noise. */
  public static List<Labelled> of(int pairs, long seed, Noise noise) {
    LabelledPairs all = new LabelledPairs(Population.of(Math.max(pairs, 100), seed, noise));
    List<Labelled> labelled = new ArrayList<>(all.same(pairs / 2));
    labelled.addAll(all.different(pairs - labelled.size()));
    return labelled;
  }

  private List<Labelled> same(int count) {
    List<Labelled> same = new ArrayList<>();
    for (Population.Entry left : population.accounts()) {
      for (Population.Entry right : byCompany.getOrDefault(left.company(), List.of())) {
        same.add(new Labelled(left.profile(), right.profile(), true));
      }
    }
    return same.subList(0, Math.min(count, same.size()));
  }

  private List<Labelled> different(int count) {
    List<Labelled> different = new ArrayList<>();
    for (Population.Entry left : population.accounts()) {
      for (Population.Entry right : alike(left)) {
        different.add(new Labelled(left.profile(), right.profile(), false));
      }
    }
    addStrangers(different, count);
    return different.subList(0, count);
  }

  private Set<Population.Entry> alike(Population.Entry left) {
    Set<Population.Entry> alike = new LinkedHashSet<>();
    for (long key : keys(left)) {
      alike.addAll(byKey.getOrDefault(key, List.of()));
    }
    alike.removeIf(right -> right.company() == left.company());
    return alike;
  }

  private void addStrangers(List<Labelled> different, int count) {
    List<Population.Entry> customers = population.customers();
    for (int i = 0; different.size() < count; i++) {
      Population.Entry left = population.accounts().get(i % population.accounts().size());
      Population.Entry right = customers.get((i * 7 + 3) % customers.size());
      if (left.company() != right.company()) {
        different.add(new Labelled(left.profile(), right.profile(), false));
      }
    }
  }
}
