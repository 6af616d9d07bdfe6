package io.weft.activities.settings;

import io.weft.activities.creatio.CreatioConnection;
import io.weft.activities.yaml.YamlNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection to Creatio.
 *
 * @param horizon after which nothing of an unanswered request can land any more
 * @param integrationContactId the contact behind our own user, by whom our own writes are known
 * @param strict whether writes are conditional on the values seen (DataService)
 * @param customColumns prefix of the custom columns that the shipped mappings use
 */
public record CreatioSettings(
    CreatioConnection connection,
    Ceilings ceilings,
    Duration horizon,
    Optional<String> integrationContactId,
    boolean strict,
    String customColumns) {
  static CreatioSettings read(YamlNode node, References references) {
    CreatioConnection connection = connection(node, references);
    CreatioSettings settings =
        new CreatioSettings(
            connection,
            Ceilings.read(node.child("ceilings"), Ceilings.CREATIO),
            Horizon.read(node, connection.callTimeout()),
            Read.guid(node, "integrationContactId"),
            node.flag("strict", false),
            prefix(node));
    node.done();
    return settings;
  }

  private static CreatioConnection connection(YamlNode node, References references) {
    URI url = URI.create(Read.url(node, "url", references));
    String identity = CreatioConnection.identityService(url).toString();
    return new CreatioConnection(
        url,
        node.text("odataRoot", "/0/odata"),
        URI.create(Read.url(node, "tokenUrl", identity, references)),
        references.text(node, "clientId"),
        references.secret(node, "clientSecret"),
        node.duration("callTimeout", Horizon.CALL_TIMEOUT));
  }

  private static String prefix(YamlNode node) {
    String prefix = node.text("customColumns", "Usr");
    if (!prefix.matches("[A-Za-z][A-Za-z0-9]*")) {
      node.child("customColumns").problem("is no prefix", "Write letters and digits, as in Usr");
      return "Usr";
    }
    return prefix;
  }
}
