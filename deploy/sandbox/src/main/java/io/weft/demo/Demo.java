package io.weft.demo;

import io.weft.sandbox.SandboxOptions;
import io.weft.stage.Control;
import io.weft.stage.Ending;
import io.weft.stage.InProcessWorker;
import io.weft.stage.Installation;
import io.weft.stage.NotSeen;
import io.weft.stage.Stage;
import io.weft.stage.TemporalSites;
import io.weft.stage.Workplace;
import io.weft.workflows.client.CannotConnect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Puts everything up, plays the story, and says whether all of it was seen to come true. */
final class Demo {
  static final int DONE = 0;
  static final int FAILED = 1;

  /** The status at which sales let an order go to D365; no Creatio ships with one of that name. */
  static final String CONFIRMED = "Confirmed";

  private static final int COMPANIES = 12;
  private static final int PRODUCTS = 4;

  /** With this number every made-up company has codes that its legal entity knows. */
  private static final long SEED = 7;

  private static final Installation.Wishes WISHES =
      new Installation.Wishes(0, Duration.ofSeconds(5), Duration.ofSeconds(30));

  private final Map<String, String> environment;
  private final Screen screen;
  private final Story story;

  Demo(Map<String, String> environment, Screen screen, Story story) {
    this.environment = environment;
    this.screen = screen;
    this.story = story;
  }

  /** What happens between the story and the end, such as to stay until somebody has seen enough. */
  @FunctionalInterface
  interface Afterwards {
    void on(Stage stage);
  }

  /** Returns an exit code. */
  int run(Afterwards afterwards) {
    long began = System.nanoTime();
    announce();
    try (Ending ending = Ending.ofThisThread();
        Workplace workplace = Workplace.make();
        Stage stage = Stage.open(plan(workplace))) {
      return play(stage, began, afterwards);
    } catch (CannotConnect | NotSeen e) {
      screen.failed(String.valueOf(e.getMessage()));
      return FAILED;
    }
  }

  private int play(Stage stage, long began, Afterwards afterwards) {
    try {
      introduce(stage);
      List<String> failed = story.play(Scene.of(stage, screen));
      int code = verdict(failed, Duration.ofNanos(System.nanoTime() - began));
      afterwards.on(stage);
      return code;
    } finally {
      // Ctrl-C has done its work; what follows is to end in order.
      var unused = Thread.interrupted();
    }
  }

  private void announce() {
    screen.heading("Weft: a Creatio and a D365 telling the same story");
    screen.say("Both systems are a sandbox in this process; everything else is the real thing.");
    if (TemporalSites.isNamed(environment)) {
      screen.say("Connecting to Temporal at " + environment.get("TEMPORAL_ADDRESS") + " ...");
    } else {
      screen.say("Starting a Temporal ...");
    }
  }

  private Stage.Plan plan(Workplace workplace) {
    return new Stage.Plan(
        workplace, options(), Demo::seed, environment, WISHES, InProcessWorker::start);
  }

  /** Ids differ from run to run, so that nothing of an earlier one can be meant. */
  private static SandboxOptions options() {
    SandboxOptions standard = SandboxOptions.defaults();
    long ids = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    return new SandboxOptions(standard.host(), standard.port(), ids, 0, 0, 0, 0, standard.delays());
  }

  private static void seed(Control control) {
    control.post(
        "seed", Map.of("seed", SEED, "accounts", COMPANIES, "customers", COMPANIES, "overlap", 1));
    control.post("creatio/seed", Map.of("seed", SEED, "products", PRODUCTS));
    control.post("creatio/OrderStatus", Map.of("Name", CONFIRMED, "Position", 7));
  }

  private void introduce(Stage stage) {
    screen.say("Temporal:  " + stage.temporal().address() + ", " + stage.temporal().kind());
    screen.say("Sandbox:   " + stage.sandbox().url() + "/");
    screen.say("Gateway:   " + stage.worker().gateway());
    screen.say("Settings:  " + stage.installation().settings());
  }

  private int verdict(List<String> failed, Duration took) {
    if (failed.isEmpty()) {
      screen.heading(
          "All %d steps were seen to come true, in %s."
              .formatted(story.length(), Screen.time(took)));
      return DONE;
    }
    screen.heading("%d of %d steps did not come true:".formatted(failed.size(), story.length()));
    failed.forEach(screen::failed);
    return FAILED;
  }
}
