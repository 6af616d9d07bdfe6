package io.weft.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.weft.workflows.client.Payloads;
import io.weft.workflows.desk.Answer.Level;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Where a command writes: data to out, the rest to err. Everything that comes from a record is made
 * safe for a terminal before it is written.
 */
public final class Output {
  private static final ObjectMapper JSON =
      Payloads.mapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final Clock clock;

  Output(PrintWriter out, PrintWriter err, Look look, Clock clock) {
    this.out = out;
    this.err = err;
    this.look = look;
    this.clock = clock;
  }

  /** Colours, and the columns of the terminal; {@link Integer#MAX_VALUE} where there is none. */
  public record Look(Ansi ansi, int width) {}

  /** The one object of a command in JSON. */
  public void json(Object data) {
    try {
      out.println(JSON.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every answer can be written as JSON", e);
    }
  }

  /** A line of data. */
  public void line(String text) {
    out.println(Texts.plain(text));
  }

  /** A line of data, wrapped where the terminal ends. */
  public void text(String text) {
    Texts.wrap(Texts.plain(text), look.width()).forEach(out::println);
  }

  /** A line that stands out. */
  public void heading(String text) {
    out.println(styled(Texts.plain(text), Style.bold));
  }

  /** An empty line. */
  public void gap() {
    out.println();
  }

  /** A table under its headings. */
  public void table(Table table) {
    boolean first = true;
    for (String line : table.lines(look.width())) {
      out.println(first ? styled(line, Style.bold) : line);
      first = false;
    }
  }

  /** Text of many lines that is ours, as it is. */
  void raw(String text) {
    out.print(text);
  }

  /** Something beside the data: a hint, a question, a warning. */
  public void note(String text) {
    Texts.wrap(Texts.plain(text), look.width()).forEach(err::println);
    err.flush();
  }

  /** A failure in words. */
  void error(String text) {
    err.println(styled("weft: ", Style.fg_red) + Texts.plain(text));
    err.flush();
  }

  /** The stack trace, for who asked to see it. */
  void trace(Throwable failure) {
    failure.printStackTrace(err);
    err.flush();
  }

  /** How good or bad something is, as a word. */
  public static String word(Level level) {
    return switch (level) {
      case OK -> "ok";
      case WARNING -> "warning";
      case PROBLEM -> "PROBLEM";
    };
  }

  /** How long ago, in words. */
  public String ago(@Nullable Instant then) {
    return Times.ago(then, clock.instant());
  }

  private String styled(String text, IStyle style) {
    return look.ansi().enabled() ? style.on() + text + style.off() : text;
  }
}
