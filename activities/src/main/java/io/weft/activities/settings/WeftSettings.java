package io.weft.activities.settings;

import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** All of {@code weft.yaml}. Read once at the start; never changes while the process lives. */
public record WeftSettings(
    EnvironmentSettings environment,
    CreatioSettings creatio,
    D365Settings d365,
    GatewaySettings gateway,
    StoreSettings store,
    LegalEntities legalEntities,
    ObjectSettings objects,
    AccountSettings account,
    NumberingSettings numbering,
    ValueMaps valueMaps,
    OwnerSettings owners,
    PollingSettings polling) {

  /**
   * Reads the text of a settings file.
   *
   * @param file its name, for problems
   * @param secrets what its references lead to
   * @param storeUrl {@code WEFT_DB_URL}, which wins over the file; null if it is not set
   * @throws io.weft.activities.yaml.InvalidConfig listing every problem with file and line
   */
  public static WeftSettings read(
      String file, String text, Secrets secrets, @Nullable String storeUrl) {
    ConfigErrors errors = new ConfigErrors();
    WeftSettings settings = read(YamlNode.parse(file, text, errors), secrets, storeUrl, errors);
    errors.throwIfAny();
    return settings;
  }

  /** Reads without throwing: problems are noted, and placeholders stand for what is wrong. */
  static WeftSettings read(
      YamlNode root, Secrets secrets, @Nullable String storeUrl, ConfigErrors errors) {
    References references = new References(secrets, errors);
    LegalEntities known = LegalEntities.read(root.child("legalEntities"));
    YamlNode connections = root.child("connections");
    WeftSettings settings =
        new WeftSettings(
            EnvironmentSettings.read(root.child("environment")),
            CreatioSettings.read(connections.child("creatio"), references),
            D365Settings.read(connections.child("d365"), references),
            GatewaySettings.read(root.child("gateway"), references),
            StoreSettings.read(root.child("store"), storeUrl, references),
            known,
            ObjectSettings.read(root.child("objects"), known),
            AccountSettings.read(root.child("account"), known),
            NumberingSettings.read(root.child("numbering"), known),
            ValueMaps.read(root.child("valueMaps"), known),
            OwnerSettings.read(root.child("owners")),
            PollingSettings.read(root.child("polling")));
    connections.done();
    root.done();
    return settings;
  }
}
