package io.weft.activities.settings;

import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;

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
    ObjectMappings mappings,
    PollingSettings polling) {

  /**
   * Reads a settings file and the mappings beside it.
   *
   * @throws io.weft.activities.yaml.InvalidConfig listing every problem with file and line
   */
  public static WeftSettings read(Source source) {
    ConfigErrors errors = new ConfigErrors();
    WeftSettings settings = read(source, errors);
    errors.throwIfAny();
    return settings;
  }

  /**
   * Reads without throwing: problems and warnings are noted. Where there are problems the settings
   * must not be used; placeholders stand for what is wrong.
   */
  public static WeftSettings read(Source source, ConfigErrors errors) {
    YamlNode root = YamlNode.parse(source.name(), source.text(), errors);
    References references = new References(source.secrets(), errors);
    LegalEntities known = LegalEntities.read(root.child("legalEntities"));
    YamlNode connections = root.child("connections");
    CreatioSettings creatio = CreatioSettings.read(connections.child("creatio"), references);
    ObjectSettings objects = ObjectSettings.read(root.child("objects"), known);
    ValueMaps values = ValueMaps.read(root.child("valueMaps"), root.child("owners"), known);
    ObjectMappings mappings =
        ObjectMappings.load(source, objects.available(), creatio.customColumns(), values, errors);
    AccountColumns columns = AccountColumns.of(mappings, creatio.customColumns());
    WeftSettings settings =
        new WeftSettings(
            EnvironmentSettings.read(root.child("environment")),
            creatio,
            D365Settings.read(connections.child("d365"), references),
            GatewaySettings.read(root.child("gateway"), references),
            StoreSettings.read(root.child("store"), source.storeUrl(), references),
            known,
            objects,
            AccountSettings.read(root.child("account"), root.child("customer"), known, columns),
            NumberingSettings.read(root.child("numbering"), known),
            mappings,
            PollingSettings.read(root.child("polling")));
    connections.done();
    root.done();
    return settings;
  }
}
