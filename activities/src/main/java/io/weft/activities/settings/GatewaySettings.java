package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.util.List;

/**
 * The HTTP gateway that takes webhooks and events.
 *
 * @param bind the address to listen on; outside of a container only this machine by default
 * @param port 0 takes any free one
 * @param auth what a caller may prove itself with; one of them is enough, so that keys can overlap
 * @param maxBodyBytes a longer request is refused
 * @param maxHints more hints in one request are refused
 */
public record GatewaySettings(
    String bind, int port, List<AuthSettings> auth, int maxBodyBytes, int maxHints) {
  public GatewaySettings {
    auth = List.copyOf(auth);
  }

  static GatewaySettings read(YamlNode node, References references) {
    GatewaySettings settings =
        new GatewaySettings(
            references.text(node, "bind", "127.0.0.1"),
            port(node),
            node.list("auth").stream()
                .flatMap(n -> AuthSettings.read(n, references).stream())
                .toList(),
            node.positiveInt("maxBodyBytes", 1024 * 1024),
            node.positiveInt("maxHints", 1000));
    if (node.list("auth").isEmpty()) {
      node.problem(
          "lets nobody in",
          "Write for example auth: followed by - apiKey: ${env:WEFT_GATEWAY_KEY}");
    }
    node.done();
    return settings;
  }

  private static int port(YamlNode node) {
    int port = Read.count(node, "port", 8080);
    if (port > 65535) {
      node.child("port").problem("is no port", "Write a number up to 65535");
    }
    return port;
  }
}
