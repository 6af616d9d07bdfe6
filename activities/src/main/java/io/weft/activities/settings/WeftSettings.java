package io.weft.activities.settings;

import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;

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
    ContactSettings contact,
    OrderSettings order,
    NumberingSettings numbering,
    ObjectMappings mappings,
    PollingSettings polling,
    WindowSettings windows) {

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
    return read(source, new References(source.secrets(), errors), errors);
  }

  static WeftSettings read(Source source, References references, ConfigErrors errors) {
    YamlNode root = YamlNode.parse(source.name(), source.text(), errors);
    LegalEntities known = LegalEntities.read(root.child("legalEntities"));
    YamlNode connections = root.child("connections");
    CreatioSettings creatio = CreatioSettings.read(connections.child("creatio"), references);
    ObjectSettings objects = ObjectSettings.read(root.child("objects"), known);
    ValueMaps values = ValueMaps.read(root.child("valueMaps"), root.child("owners"), known);
    ObjectMappings mappings =
        ObjectMappings.load(source, objects.mapped(), creatio.customColumns(), values, errors);
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
            contact(root.child("contact"), mappings, creatio.customColumns()),
            order(root.child("order"), known, mappings, creatio.customColumns()),
            NumberingSettings.read(root.child("numbering"), known),
            mappings,
            PollingSettings.read(root.child("polling")),
            WindowSettings.read(root.child("windows"), known));
    connections.done();
    root.done();
    return settings;
  }

  private static ContactSettings contact(YamlNode node, ObjectMappings mappings, String prefix) {
    return ContactSettings.read(node, Columns.contacts(mappings, prefix), prefix);
  }

  private static OrderSettings order(
      YamlNode node, LegalEntities known, ObjectMappings mappings, String prefix) {
    List<String> mapped = Columns.d365(mappings, SyncObjectName.ORDER_SALES_ORDER, prefix);
    return OrderSettings.read(
        node, known, Columns.orders(mappings, prefix), OrderNames.of(prefix, mapped));
  }
}
