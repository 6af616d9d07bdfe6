package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeftWorkerTest {
  @TempDir Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String example;

  @BeforeEach
  void copyTheExample() throws IOException {
    try (InputStream in = WeftWorker.class.getResourceAsStream("/weft.example.yaml")) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    environment.put("WEFT_CONFIG", directory.resolve("weft.yaml").toString());
    environment.put("WEFT_DB_URL", "jdbc:sqlite:" + directory.resolve("weft.db"));
    environment.put("CREATIO_CLIENT_SECRET", "a");
    environment.put("D365_CLIENT_SECRET", "b");
    environment.put("WEFT_GATEWAY_KEY", "c");
  }

  @Test
  void printsEveryProblemOnALineOfItsOwnAndExitsWith2() throws IOException {
    write(example.replace("kind: sandbox", "kind: toy").replace("USD", "Dollar"));

    assertThat(run()).isEqualTo(2);
    assertThat(errors().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("environment.kind 'toy'"))
        .anySatisfy(line -> assertThat(line).contains("currency 'Dollar'"));
  }

  @Test
  void exitsWith1WhenTheStoreCannotBeOpened() throws IOException {
    write(example);
    environment.put("WEFT_DB_URL", "jdbc:sqlite:" + directory.resolve("none/weft.db"));

    assertThat(run()).isEqualTo(1);
    assertThat(errors()).startsWith("The store cannot be used").doesNotContain("\tat ");
  }

  @Test
  void refusesTheStoreOfAnotherEnvironment() throws Exception {
    write(example);
    Bootstrap bootstrap = Bootstrap.read(environment);
    try (Stores stores = Stores.open(bootstrap.settings(), java.time.Clock.systemUTC())) {
      io.weft.activities.settings.Environment.of(bootstrap.settings())
          .check(stores.all().facts(), "");
    }
    write(example.replace("https://acme.creatio.com", "https://live.creatio.com"));

    assertThat(run()).isEqualTo(2);
    assertThat(errors())
        .contains("the store belongs to [sandbox; Creatio https://acme.creatio.com")
        .contains("WEFT_ACCEPT_ENVIRONMENT=");
  }

  /** A process that only looks alive would take hints and do nothing about them. */
  @Test
  void exitsWith1WhateverKeepsItFromStarting() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      write(example.replace("gateway:\n", "gateway:\n  port: " + taken.getLocalPort() + "\n"));

      assertThat(run()).isEqualTo(1);
    }
    assertThat(errors()).startsWith("Weft cannot start: ").doesNotContain("\tat ");
  }

  private int run() {
    return WeftWorker.run(environment, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve("weft.yaml"), text);
  }
}
