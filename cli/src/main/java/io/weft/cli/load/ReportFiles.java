package io.weft.cli.load;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.workflows.client.Payloads;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.load.LoadSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report, page by page: one CSV with a line per pair or record, and one JSON with the
 * numbers, the rows and the digest of the CSV. Existing files of the same load are replaced.
 */
final class ReportFiles {
  private static final ObjectMapper JSON = Payloads.mapper();

  private final Session session;

  ReportFiles(Session session) {
    this.session = session;
  }

  /** What was written where. */
  record Written(String csv, String json, long rows, String sha256) {}

  /** Throws {@link CommandFailure} if the folder or a file cannot be written. */
  Written write(LoadSummary summary, Path folder) {
    String name = Scope.shortName(summary.load()).replace('/', '-');
    Path csv = folder.resolve(name + ".csv");
    Path json = folder.resolve(name + ".json");
    try {
      Files.createDirectories(folder);
      long rows = csv(summary.load(), csv);
      String digest = digest(csv);
      json(summary, json, name + ".csv", digest);
      return new Written(csv.toString(), json.toString(), rows, digest);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCodes.FAILED,
          "The report cannot be written to " + folder + " (" + e + "): name a folder that can.",
          e);
    }
  }

  private long csv(LoadId load, Path file) throws IOException {
    long rows = 0;
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter printer = Csv.printer(writer, Csv.REPORT)) {
      for (Answer.LoadRows page = page(load, null); ; page = page(load, page.next())) {
        for (LoadRow row : page.rows()) {
          printer.printRecord(cells(row));
          rows++;
        }
        if (page.next() == null) {
          return rows;
        }
      }
    }
  }

  private static List<String> cells(LoadRow row) {
    return Csv.safe(
        row.creatioKey(),
        row.creatioName(),
        row.d365Key(),
        row.d365Name(),
        row.verdict(),
        row.score(),
        String.join(" ", row.evidence()),
        row.action(),
        row.outcome(),
        row.fingerprint(),
        row.problem());
  }

  private void json(LoadSummary summary, Path file, String csv, String digest) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file);
        JsonGenerator out = JSON.createGenerator(writer).useDefaultPrettyPrinter()) {
      out.writeStartObject();
      out.writeObjectField("summary", summary);
      out.writeStringField("csv", csv);
      out.writeStringField("csvSha256", digest);
      out.writeArrayFieldStart("rows");
      Answer.LoadRows page = page(summary.load(), null);
      while (true) {
        for (LoadRow row : page.rows()) {
          out.writeObject(row);
        }
        if (page.next() == null) {
          break;
        }
        page = page(summary.load(), page.next());
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private Answer.LoadRows page(LoadId load, @Nullable String after) {
    return session.ask(new Question.LoadReport(load, after), Answer.LoadRows.class);
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
