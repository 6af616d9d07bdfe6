package io.weft.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Weft installation that belongs to one sandbox: a directory with {@code weft.yaml} and the
 * store, and the variables that the settings refer to.
 *
 * @param environment variables for the worker, Temporal's included
 */
public record Installation(Path directory, Map<String, String> environment) {
  /** What senders of webhooks and events prove themselves with. */
  public static final String GATEWAY_KEY = "demo-gateway-key";

  private static final String TEMPLATE = "/stage/weft.yaml";
  private static final String ACCOUNTS = "(account-customer:\\s+mode: ).*";
  private static final String CLIENT_SECRET = "weft-secret";

  public Installation {
    environment = new LinkedHashMap<>(environment);
  }

  /**
   * How it is to be set up.
   *
   * @param gatewayPort 0 takes any free one
   * @param pollInterval how often D365's feeds are followed
   * @param sweepInterval how often Creatio is swept
   * @param mode the mode of all objects
   * @param atOnce requests to each system at once, at most
   * @param patience the longest time for one request and its answer
   */
  public record Wishes(
      int gatewayPort,
      Duration pollInterval,
      Duration sweepInterval,
      String mode,
      int atOnce,
      Duration patience) {
    /** Enough for systems that answer at once; a lost answer is soon known to be lost. */
    public static final Duration SHORT = Duration.ofSeconds(5);

    private static final Duration ATTEMPT = Duration.ofSeconds(60);
    private static final int MANY = 32;

    /** As a Weft that has gone live. */
    public Wishes(int gatewayPort, Duration pollInterval, Duration sweepInterval) {
      this(gatewayPort, pollInterval, sweepInterval, "write", MANY, SHORT);
    }

    /** The least that {@code weft.yaml} allows. */
    private Duration horizon() {
      return ATTEMPT.plus(patience);
    }
  }

  /** Writes the settings for a sandbox into a directory. */
  static Installation write(Path directory, String sandbox, Control control, Wishes wishes) {
    Users users = new Users(control);
    String text =
        template()
            .replace("@SANDBOX@", sandbox)
            .replace(
                "@US@", control.get("state").path("creatio").path("integrationContactId").asText())
            .replace("@EUR@", users.lookUp("Currency", "ShortName", "EUR"))
            .replace("@GBP@", users.lookUp("Currency", "ShortName", "GBP"))
            .replace("@STORE@", directory.resolve("weft.db").toString())
            .replace("@PORT@", Integer.toString(wishes.gatewayPort()))
            .replace("@MODE@", wishes.mode())
            .replace("@AT_ONCE@", Integer.toString(wishes.atOnce()))
            .replace("@PATIENCE@", seconds(wishes.patience()))
            .replace("@HORIZON@", seconds(wishes.horizon()))
            .replace("@POLL@", seconds(wishes.pollInterval()))
            .replace("@SWEEP@", seconds(wishes.sweepInterval()));
    try {
      Files.writeString(directory.resolve("weft.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("the settings cannot be written to " + directory, e);
    }
    return new Installation(directory, secrets());
  }

  /** Sets the mode of accounts, as the settings have it, for the next worker. */
  public void accounts(String mode) {
    try {
      String text = Files.readString(settings());
      Files.writeString(settings(), text.replaceFirst(ACCOUNTS, "$1" + mode));
    } catch (IOException e) {
      throw new UncheckedIOException("the settings cannot be changed in " + directory, e);
    }
  }

  /** The same with more variables. */
  Installation with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    all.put("WEFT_CONFIG", settings().toString());
    return new Installation(directory, all);
  }

  /** The settings file. */
  public Path settings() {
    return directory.resolve("weft.yaml");
  }

  /** The store's file. */
  public Path store() {
    return directory.resolve("weft.db");
  }

  private static Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("DEMO_CREATIO_SECRET", CLIENT_SECRET);
    secrets.put("DEMO_D365_SECRET", CLIENT_SECRET);
    secrets.put("DEMO_GATEWAY_KEY", GATEWAY_KEY);
    return secrets;
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }

  private static String template() {
    try (InputStream in = Installation.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
