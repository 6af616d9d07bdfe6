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

  private static final int WIDEST_PROGRESS = 160;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final Clock clock;
  private int shown;

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

  /** Something beside the data: a hint, a question, a warning. Never broken: it holds commands. */
  public void note(String text) {
    out.flush(); // on a terminal it comes after the data that it is about
    err.println(Texts.plain(text));
    err.flush();
  }

  /**
   * A line that the next one takes the place of, for a terminal only; cut where the terminal ends.
   */
  public void progress(String text) {
    int columns = Math.min(look.width(), WIDEST_PROGRESS) - 1;
    String line = Texts.wrap(Texts.plain(text), columns).get(0);
    int rest = Math.max(0, shown - Texts.width(line));
    err.print("\r" + line + " ".repeat(rest) + "\r" + line); // no escapes: not all terminals know
    err.flush();
    shown = Texts.width(line);
  }

  /** Ends the line that was shown last, if there is one. */
  public void progressDone() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }

  /** A failure in words. */
  void error(String text) {
    out.flush();
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

  /** Ended by a reset: the code that ends bold alone is an underline on many terminals. */
  private String styled(String text, IStyle style) {
    return look.ansi().enabled() ? style.on() + text + Style.reset.on() : text;
  }
}
