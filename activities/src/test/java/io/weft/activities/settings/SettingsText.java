package io.weft.activities.settings;

import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.ConfigErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as a test writes them, with the environment and files that they refer to. */
final class SettingsText {
  /** About the least that works. */
  static final String MINIMAL =
      """
      environment:
        name: acme-test
        kind: sandbox
      connections:
        creatio:
          url: https://acme.creatio.com
          clientId: weft
          clientSecret: ${env:CREATIO_SECRET}
        d365:
          url: https://acme.operations.dynamics.com
          tenantId: 11111111-2222-3333-4444-555555555555
          clientId: aaaaaaaa-0000-0000-0000-000000000001
          clientSecret: ${env:D365_SECRET}
      gateway:
        auth:
          - apiKey: ${env:GATEWAY_KEY}
      legalEntities:
        usmf:
          currency: USD
      objects:
        account-customer:
          mode: write
      """;

  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private String text;
  private String storeUrl;

  SettingsText(String text) {
    this.text = text;
    environment.put("CREATIO_SECRET", "creatio's");
    environment.put("D365_SECRET", "d365's");
    environment.put("GATEWAY_KEY", "gateway's");
  }

  static SettingsText minimal() {
    return new SettingsText(MINIMAL);
  }

  SettingsText replace(String old, String now) {
    if (!text.contains(old)) {
      throw new IllegalArgumentException("no '" + old + "' in the text");
    }
    text = text.replace(old, now);
    return this;
  }

  SettingsText add(String more) {
    text = text + more;
    return this;
  }

  SettingsText variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  SettingsText file(String path, String content) {
    files.put(path, content);
    return this;
  }

  SettingsText storeUrl(String url) {
    storeUrl = url;
    return this;
  }

  WeftSettings read() {
    return WeftSettings.read(source());
  }

  /** Every problem as a line. */
  List<String> problems() {
    ConfigErrors errors = new ConfigErrors();
    WeftSettings.read(source(), errors);
    return errors.entries().stream().map(ConfigErrors.Entry::toString).toList();
  }

  /** Every warning as a line. */
  List<String> warnings() {
    ConfigErrors errors = new ConfigErrors();
    WeftSettings.read(source(), errors);
    return errors.warnings().stream().map(ConfigErrors.Entry::toString).toList();
  }

  Source source() {
    return new Source(
        "weft.yaml",
        text,
        path -> Optional.ofNullable(files.get(path)),
        new Secrets(environment, null),
        storeUrl);
  }
}
