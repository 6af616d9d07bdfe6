package io.weft.worker;

import io.weft.activities.settings.WrongEnvironment;
import io.weft.activities.store.StoreException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker's main: reads, builds, runs until it is told to stop. */
public final class WeftWorker {
  private static final Logger log = LoggerFactory.getLogger(WeftWorker.class);

  private WeftWorker() {}

  /** Starts a worker from the environment; see {@code docs/configuration.md}. */
  public static void main(String[] args) {
    int code = run(System.getenv(), System.err);
    if (code != ExitCodes.DONE) {
      System.exit(code);
    }
  }

  /**
   * Starts a worker inside of another program, such as the demo; returns once it takes hints and
   * works.
   *
   * @param environment what the process environment is to {@link #main}
   * @throws IllegalArgumentException naming everything that is wrong with settings or environment
   * @throws StoreException if the store cannot be used
   */
  public static RunningWorker start(Map<String, String> environment) {
    try {
      Assembly assembly = new Assembly(Bootstrap.read(environment), Clock.systemUTC());
      Drain drain = assembly.start();
      return new RunningWorker(assembly.gatewayPort(), drain);
    } catch (Bootstrap.Refused e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Runs until the process is asked to stop; what keeps it from starting goes to {@code err}. */
  static int run(Map<String, String> environment, PrintStream err) {
    try {
      Bootstrap bootstrap = Bootstrap.read(environment);
      bootstrap.warnings().forEach(log::warn);
      log.atInfo()
          .addKeyValue("environment", bootstrap.settings().environment().name())
          .addKeyValue("objects", bootstrap.settings().objects())
          .log("Weft starts");
      new Assembly(bootstrap, Clock.systemUTC()).start().await();
      return ExitCodes.DONE;
    } catch (Bootstrap.Refused e) {
      e.problems().forEach(err::println);
      return ExitCodes.SETTINGS;
    } catch (WrongEnvironment e) {
      err.println(e.getMessage());
      return ExitCodes.SETTINGS;
    } catch (StoreException e) {
      err.println("The store cannot be used: " + e.getMessage());
      return ExitCodes.FAILED;
    } catch (RuntimeException e) {
      // The gateway's threads would keep a process alive that says it is ready and does nothing.
      log.atError().setCause(e).log("Weft cannot start");
      err.println("Weft cannot start: " + e);
      return ExitCodes.FAILED;
    }
  }
}
