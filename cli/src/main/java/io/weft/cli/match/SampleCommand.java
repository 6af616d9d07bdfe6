package io.weft.cli.match;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.sample.LabelledPairs;
import io.weft.cli.sample.LabelledPairs.Labelled;
import io.weft.cli.sample.Noise;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes labelled pairs of invented companies, as an example of what evaluate reads. */
@Command(
    name = "sample",
    description = "Writes labelled pairs of invented companies, to try evaluate with.",
    footer = {"%nExample:", "  weft match sample --out pairs.csv --pairs 2000 --seed 7"})
final class SampleCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final Session session;

  @Spec CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file to be made.")
  String file = "";

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many pairs, half of them one company (${DEFAULT-VALUE}).")
  int pairs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Which companies: the same seed makes the same file (${DEFAULT-VALUE}).")
  long seed;

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (pairs < 2 || pairs > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--pairs " + pairs + ": 2 to " + MOST + " pairs expected.");
    }
    List<Labelled> labelled = LabelledPairs.of(pairs, seed, Noise.USUAL);
    write(labelled);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("pairs", labelled.size());
    session.show(
        json,
        () ->
            session
                .output()
                .text(labelled.size() + " pairs in " + file + ": weft match evaluate " + file));
    return ExitCodes.DONE;
  }

  private void write(List<Labelled> labelled) {
    String[] header = PairColumns.all().toArray(String[]::new);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
    try (Writer out =
            Files.newBufferedWriter(
                Path.of(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        CSVPrinter printer = new CSVPrinter(out, format)) {
      for (Labelled pair : labelled) {
        printer.printRecord(row(pair));
      }
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          ExitCodes.USAGE, "'" + file + "' is there already: name another file.", e);
    } catch (IOException | InvalidPathException e) {
      throw new CommandFailure(
          ExitCodes.USAGE,
          "'" + file + "' cannot be written: name a file in a folder of yours.",
          e);
    }
  }

  private static List<String> row(Labelled pair) {
    List<String> row = new ArrayList<>(PairColumns.values(pair.left()));
    row.addAll(PairColumns.values(pair.right()));
    row.add(pair.same() ? PairColumns.SAME : PairColumns.DIFFERENT);
    return row;
  }
}
