package io.weft.cli;

import io.weft.cli.load.LoadCommands;
import io.weft.cli.match.MatchCommands;
import io.weft.cli.parked.ParkedCommands;
import io.weft.cli.poller.PollerCommands;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code weft}: see {@code weft help}. All but {@code weft map check} and {@code weft match} needs
 * the address of Temporal.
 */
@Command(
    name = "weft",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after Weft, which keeps Creatio and Dynamics 365 in step.",
    versionProvider = Weft.Version.class,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done                       3  Temporal cannot be reached",
      "  1  failed, or problems found  4  nothing matched",
      "  2  wrong usage or settings    5  no worker answered in time"
    })
public final class Weft {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  private Weft() {}

  /** Runs one command and ends the process with one of the {@link ExitCodes}. */
  public static void main(String[] arguments) {
    beQuiet();
    Outside outside =
        new Outside(
            System.getenv(),
            TemporalConnection::open,
            writer(System.out),
            writer(System.err),
            new Output.Look(Ansi.AUTO, Screen.width(System.getenv())),
            Terminal.ofProcess(),
            Rest.REAL);
    System.exit(run(outside, arguments));
  }

  /** All that a command touches outside itself. */
  public record Outside(
      Map<String, String> environment,
      Connection.Connector connector,
      PrintWriter out,
      PrintWriter err,
      Output.Look look,
      Terminal terminal,
      Rest rest) {
    /** A process without a person: an embedded call, whose output goes elsewhere. */
    public static Outside embedded(
        Map<String, String> environment, PrintWriter out, PrintWriter err) {
      Output.Look look = new Output.Look(Ansi.OFF, Integer.MAX_VALUE);
      return new Outside(
          environment, TemporalConnection::open, out, err, look, Terminal.NOBODY, Rest.REAL);
    }
  }

  /** Runs one command and returns one of the {@link ExitCodes}. */
  public static int run(Outside outside, String... arguments) {
    Weft weft = new Weft();
    Output output = new Output(outside.out(), outside.err(), outside.look(), Clock.systemUTC());
    try (Session session =
        new Session(
            outside.environment(),
            outside.connector(),
            output,
            outside.terminal(),
            outside.rest(),
            weft.options)) {
      return tree(weft, session, outside).execute(arguments);
    } finally {
      outside.out().flush();
      outside.err().flush();
    }
  }

  private static CommandLine tree(Weft weft, Session session, Outside outside) {
    Failures failures = new Failures(session);
    int columns = Math.min(Math.max(outside.look().width(), 60), 100);
    return new CommandLine(weft)
        .addSubcommand(new DoctorCommand(session))
        .addSubcommand(new StatusCommand(session))
        .addSubcommand(new SyncCommand(session))
        .addSubcommand(ParkedCommands.tree(session))
        .addSubcommand(PollerCommands.tree(session))
        .addSubcommand(LoadCommands.tree(session))
        .addSubcommand(
            new CommandLine(new LinkCommand()).addSubcommand(new LinkUndoCommand(session)))
        .addSubcommand(
            new CommandLine(new AuditCommand()).addSubcommand(new AuditShowCommand(session)))
        .addSubcommand(
            new CommandLine(new MapCommand())
                .addSubcommand(new MapCheckCommand(session))
                .addSubcommand(new MapPreviewCommand(session)))
        .addSubcommand(MatchCommands.tree(session))
        .addSubcommand(new CompletionCommand(session))
        .addSubcommand(new HelpCommand())
        .setOut(outside.out())
        .setErr(outside.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(outside.look().ansi()))
        .setUsageHelpWidth(columns)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setAbbreviatedOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Libraries report trouble that we put into words ourselves. */
  private static void beQuiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Logger.getLogger("").setLevel(Level.OFF);
  }

  /** What goes to a file or a pipe is UTF-8; a Windows terminal has a code page of its own. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, false, charset(System.console()));
  }

  private static Charset charset(@Nullable Console console) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
  }

  /** Says which build this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Weft.class.getPackage().getImplementationVersion();
      return new String[] {
        "weft " + (version == null ? "(not packaged)" : version),
        "Java " + System.getProperty("java.version")
      };
    }
  }
}
