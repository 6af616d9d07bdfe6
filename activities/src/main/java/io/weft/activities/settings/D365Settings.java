package io.weft.activities.settings;

import io.weft.activities.d365.D365Connection;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.SyncObjectName;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The connection to D365.
 *
 * @param tenantId the Entra tenant that the environment belongs to
 * @param feedTables Dataverse entity sets with change tracking, by object; none where D365 is
 *     followed by scans
 * @param horizon after which nothing of an unanswered request can land any more
 */
public record D365Settings(
    D365Connection connection,
    String tenantId,
    Map<SyncObjectName, String> feedTables,
    Ceilings ceilings,
    Duration horizon) {
  public D365Settings {
    feedTables = Collections.unmodifiableMap(new EnumMap<>(feedTables));
  }

  static D365Settings read(YamlNode node, References references) {
    String tenantId = references.text(node, "tenantId");
    YamlNode dataverse = node.child("dataverse");
    D365Connection connection = connection(node, tenantId, dataverse, references);
    D365Settings settings =
        new D365Settings(
            connection,
            tenantId,
            feedTables(dataverse),
            Ceilings.read(node.child("ceilings"), Ceilings.D365),
            Horizon.read(node, connection.callTimeout()));
    dataverse.done();
    node.done();
    return settings;
  }

  private static D365Connection connection(
      YamlNode node, String tenantId, YamlNode dataverse, References references) {
    return new D365Connection(
        URI.create(Read.url(node, "url", references)),
        URI.create(Read.url(node, "tokenUrl", entra(node, tenantId), references)),
        references.text(node, "clientId"),
        references.secret(node, "clientSecret"),
        dataverse.isEmpty() ? null : URI.create(Read.url(dataverse, "url", references)),
        node.duration("callTimeout", Horizon.CALL_TIMEOUT));
  }

  private static String entra(YamlNode node, String tenantId) {
    if (tenantId.matches("[A-Za-z0-9.-]+")) {
      return D365Connection.entra(tenantId).toString();
    }
    if (!tenantId.isEmpty()) {
      node.child("tenantId").problem("is no tenant", "Write its id or its domain name");
    }
    return "https://missing.invalid";
  }

  private static Map<SyncObjectName, String> feedTables(YamlNode dataverse) {
    Map<SyncObjectName, String> tables = new EnumMap<>(SyncObjectName.class);
    YamlNode node = dataverse.child("tables");
    for (SyncObjectName object : SyncObjectName.values()) {
      Optional<String> table = node.optionalText(object.slug());
      table.ifPresent(name -> tables.put(object, name));
    }
    node.done();
    return tables;
  }
}
