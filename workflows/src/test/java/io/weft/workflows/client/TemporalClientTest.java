package io.weft.workflows.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporalClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void connectsFromTheStandardVariables() throws IOException {
    int port = freePort();
    try (TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port, true);
        TemporalClient client = connect(port, PATIENCE)) {
      assertThat(client.address()).isEqualTo("127.0.0.1:" + port);
      assertThat(client.namespace()).isEqualTo("production");
    }
  }

  @Test
  void saysWhereItSoughtTemporalAndWhatToDo() throws IOException {
    int port = freePort();

    assertThatThrownBy(() -> connect(port, Duration.ofSeconds(1)))
        .isInstanceOf(CannotConnect.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("within 1 s")
        .hasMessageContaining("set TEMPORAL_ADDRESS");
  }

  @Test
  void saysThatTheSettingsCannotBeRead() {
    assertThatThrownBy(
            () ->
                TemporalClient.connect(
                    Map.of("TEMPORAL_PROFILE", "nowhere", "TEMPORAL_CONFIG_FILE", "/missing.toml"),
                    PATIENCE,
                    List.of()))
        .isInstanceOf(CannotConnect.class)
        .hasMessageContaining("TEMPORAL_CONFIG_FILE");
  }

  private static TemporalClient connect(int port, Duration patience) {
    return TemporalClient.connect(
        Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + port, "TEMPORAL_NAMESPACE", "production"),
        patience,
        List.of());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
