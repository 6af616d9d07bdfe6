package io.weft.bench;

import com.sun.management.OperatingSystemMXBean;
import io.weft.activities.match.Claim;
import io.weft.activities.match.Pair;
import io.weft.activities.match.Pairing;
import io.weft.activities.match.Settled;
import io.weft.activities.match.Traits;
import io.weft.cli.sample.Noise;
import io.weft.cli.sample.Population;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Matches two invented populations, and counts what came out right. */
final class MatchBench {
  private final Population population;
  private final Map<String, Integer> companies = new TreeMap<>();
  private final AtomicLong compared = new AtomicLong();

  MatchBench(int records, long seed, Noise noise) {
    population = Population.of(records, seed, noise);
    population.accounts().forEach(this::know);
    population.customers().forEach(this::know);
  }

  private void know(Population.Entry entry) {
    companies.put(entry.profile().record().path(), entry.company());
  }

  MatchFigures run() {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    List<Traits> left = traits(population.accounts());
    List<Traits> right = traits(population.customers());
    KeyJoin lefts = KeyJoin.of(left);
    KeyJoin rights = KeyJoin.of(right);
    List<Claim> claims =
        left.parallelStream().flatMap(one -> judge(one, lefts, rights).stream()).toList();
    List<Settled> settled = Pairing.settleAll(claims);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    return count(settled, seconds, cpuSeconds, lefts.common() + rights.common());
  }

  /** What all threads have used: on a busy machine, seconds alone say little. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static List<Traits> traits(List<Population.Entry> entries) {
    return entries.parallelStream().map(entry -> Traits.of(entry.profile())).toList();
  }

  private List<Claim> judge(Traits one, KeyJoin own, KeyJoin others) {
    List<Traits> candidates = others.candidates(one, own);
    compared.addAndGet(candidates.size());
    return Pairing.judge(one, candidates);
  }

  private MatchFigures count(
      List<Settled> settled, double seconds, double cpuSeconds, int commonKeys) {
    Map<String, List<Population.Entry>> accounts = accounts();
    List<Settled> wrong = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    Doubts doubts = new Doubts();
    int links = 0;
    int linked = 0;
    for (Settled one : settled) {
      boolean same = same(one.pair());
      if (!one.link()) {
        doubts.add(one, same);
      }
      links += one.link() ? 1 : 0;
      linked += one.link() && same ? 1 : 0;
      if (one.link() && !same) {
        wrong.add(one);
      } else if (same) {
        found.add(key(one.pair().left().path(), one.pair().right().path()));
      }
    }
    List<List<Traits>> missed = missed(accounts, found);
    return new MatchFigures(
        seconds,
        cpuSeconds,
        compared.get(),
        commonKeys,
        found.size() + missed.size(),
        links,
        linked,
        found.size() - linked,
        settled.size() - links,
        doubts.counts(),
        wrong,
        missed);
  }

  private Map<String, List<Population.Entry>> accounts() {
    Map<String, List<Population.Entry>> accounts = new LinkedHashMap<>();
    for (Population.Entry entry : population.accounts()) {
      accounts.computeIfAbsent("" + entry.company(), company -> new ArrayList<>()).add(entry);
    }
    return accounts;
  }

  private List<List<Traits>> missed(
      Map<String, List<Population.Entry>> accounts, Set<String> found) {
    List<List<Traits>> missed = new ArrayList<>();
    for (Population.Entry right : population.customers()) {
      for (Population.Entry left : accounts.getOrDefault("" + right.company(), List.of())) {
        String key = key(left.profile().record().path(), right.profile().record().path());
        if (!found.contains(key)) {
          missed.add(List.of(Traits.of(left.profile()), Traits.of(right.profile())));
        }
      }
    }
    return missed;
  }

  private static String key(String left, String right) {
    return left + " " + right;
  }

  private boolean same(Pair pair) {
    return Objects.equals(companies.get(pair.left().path()), companies.get(pair.right().path()));
  }
}
