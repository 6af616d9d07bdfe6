package io.weft.bench;

import io.weft.activities.match.Matcher;
import io.weft.activities.match.Settled;
import io.weft.activities.match.Traits;
import io.weft.cli.sample.Noise;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench match}. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Matches as many accounts with as many customers: seconds, precision, recall.",
      "Needs no server. Fails where precision is under 99.9 % or recall under 98 %."
    })
final class MatchCommand implements Callable<Integer> {
  private static final double PRECISION = 0.999;
  private static final double RECALL = 0.98;
  private static final Map<String, Noise> NOISES = noises();

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      defaultValue = "100000",
      description = "Records on each side (${DEFAULT-VALUE}).")
  private int records;

  @Option(names = "--seed", defaultValue = "1", description = "Which companies (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--noise",
      defaultValue = "usual",
      description = "How much both sides differ: light, usual, heavy (${DEFAULT-VALUE}).")
  private String noise = "usual";

  @Option(
      names = "--show",
      defaultValue = "0",
      description = "So many wrong links and missed pairs (${DEFAULT-VALUE}).")
  private int show;

  private static Map<String, Noise> noises() {
    Map<String, Noise> noises = new TreeMap<>();
    for (Noise noise : List.of(Noise.LIGHT, Noise.USUAL, Noise.HEAVY)) {
      noises.put(noise.name(), noise);
    }
    return noises;
  }

  @Override
  public Integer call() {
    Noise chosen = NOISES.get(noise);
    if (chosen == null || records < 1) {
      throw new ParameterException(
          spec.commandLine(), "--records from 1, --noise of " + NOISES.keySet());
    }
    MatchFigures figures = new MatchBench(records, seed, chosen).run();
    print(figures);
    return figures.precision() >= PRECISION && figures.recall() >= RECALL ? 0 : 1;
  }

  private void print(MatchFigures figures) {
    String command =
        "bench match --records %d --seed %d --noise %s".formatted(records, seed, noise);
    Machine machine = Machine.here();
    Report report = new Report(spec.commandLine().getOut(), command, machine);
    figures.wrong().stream()
        .limit(show)
        .forEach(wrong -> report.progress("wrong: " + words(wrong)));
    figures.missed().stream()
        .limit(show)
        .forEach(missed -> report.progress("missed: " + words(missed)));
    report.offline();
    report.figure("records on each side", String.valueOf(records));
    report.figure("seconds", number(figures.seconds(), 1));
    report.figure("seconds of CPU", number(figures.cpuSeconds(), 1));
    report.figure("pairs compared", String.valueOf(figures.compared()));
    report.figure("keys too common to be used", String.valueOf(figures.commonKeys()));
    report.figure("true pairs", String.valueOf(figures.truePairs()));
    report.figure("linked", figures.links() + ", of which wrong " + figures.wrong().size());
    report.figure("to a person", figures.reviews() + ", of which true " + figures.shown());
    figures.doubts().forEach(one -> report.figure("  " + one.reason(), words(one)));
    report.figure("precision of links", percent(figures.precision()));
    report.figure("recall, automatic", percent(figures.recallAutomatic()));
    report.figure("recall, with review", percent(figures.recall()));
    report.row(
        List.of(
            records + " x " + records,
            number(figures.seconds(), 1) + " s",
            percent(figures.precision()),
            percent(figures.recallAutomatic()),
            percent(figures.recall())));
  }

  private static String words(Settled wrong) {
    return wrong.pair().left().key()
        + " = "
        + wrong.pair().right().key()
        + ": "
        + wrong.pair().verdict();
  }

  private static String words(List<Traits> pair) {
    return pair.get(0).profile()
        + "\n      "
        + pair.get(1).profile()
        + "\n      "
        + Matcher.judge(pair.get(0), pair.get(1));
  }

  private static String words(Doubts.Count doubt) {
    return doubt.pairs() + ", of which true " + doubt.trueOnes();
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String percent(double share) {
    return number(share * 100, 3) + " %";
  }
}
