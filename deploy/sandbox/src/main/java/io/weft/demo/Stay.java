package io.weft.demo;

import io.weft.stage.Installation;
import io.weft.stage.Stage;
import java.io.File;
import java.util.concurrent.CountDownLatch;

/** Leaves everything up until Ctrl-C, and says how to play with it. */
final class Stay implements Demo.Afterwards {
  private final Screen screen;

  Stay(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void on(Stage stage) {
    addresses(stage);
    tryOut(stage);
    screen.heading("Everything stays up until you press Ctrl-C.");
    try {
      new CountDownLatch(1).await(); // Ctrl-C interrupts
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void addresses(Stage stage) {
    String webUi = stage.temporal().webUi();
    screen.heading("Addresses");
    screen.say("Sandbox, all addresses  " + stage.sandbox().url() + "/");
    screen.say("Journal of all writes   " + stage.sandbox().url() + "/control/journal?limit=20");
    screen.say("Gateway                 " + stage.worker().gateway() + "/health/ready");
    screen.say("Metrics                 " + stage.worker().gateway() + "/metrics");
    screen.say("Temporal                " + stage.temporal().address());
    screen.say("Namespace               " + stage.temporal().namespace());
    screen.say("Temporal's Web UI       " + (webUi == null ? "none here" : webUi));
    screen.say("Store                   " + stage.installation().store());
    screen.say("Settings                " + stage.installation().settings());
  }

  private void tryOut(Stage stage) {
    String url = stage.sandbox().url();
    screen.heading("Try");
    screen.say("U=" + url);
    screen.say("curl -s \"$U/control/creatio/Account?limit=3\"");
    screen.say(
        "curl -s -X PATCH \"$U/control/creatio/Account/<Id>\" -d '{\"Phone\":\"+1 555 0100\"}'");
    screen.say("curl -s \"$U/control/creatio/Contact?limit=3\"");
    screen.say("curl -s \"$U/control/creatio/Order?limit=3\"");
    screen.say("curl -s -X POST $U/control/d365/orders/usmf/<SalesOrderNumber>/ship -d '{}'");
    screen.say("curl -s \"$U/control/d365/CustomersV3?PrimaryContactPhone=%2B1%20555%200100\"");
    screen.say(
        "curl -s $U/control/faults -d '{\"name\":\"unavailable\",\"system\":\"d365\",\"seconds\":30}'");
    screen.say(
        "curl -s -H 'X-Api-Key: %s' %s/webhooks/creatio -d '{\"entity\":\"Account\",\"recordId\":\"<Id>\"}'"
            .formatted(Installation.GATEWAY_KEY, stage.worker().gateway()));
    screen.heading("The command line, in another window");
    screen.say("export TEMPORAL_ADDRESS=" + stage.temporal().address());
    screen.say("export TEMPORAL_NAMESPACE=" + stage.temporal().namespace());
    screen.say("weft() { java -cp " + jar() + " io.weft.cli.Weft \"$@\"; }");
    screen.say("weft status; weft parked list; weft doctor");
  }

  /** What this program was started from. */
  private static String jar() {
    String path = System.getProperty("java.class.path", "");
    return path.contains(File.pathSeparator) ? "\"$CLASSPATH\"" : path;
  }
}
