package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.yaml.InvalidConfig;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WeftSettingsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final SyncObjectName ACCOUNT = SyncObjectName.ACCOUNT_CUSTOMER;

  @Test
  void fillsAMinimalFileWithDefaults() {
    WeftSettings settings = SettingsText.minimal().read();

    assertThat(settings.creatio().connection().tokenUrl())
        .hasToString("https://acme-is.creatio.com/connect/token");
    assertThat(settings.creatio().connection().odataRoot()).isEqualTo("/0/odata");
    assertThat(settings.creatio().horizon()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.creatio().strict()).isFalse();
    assertThat(settings.creatio().integrationContactId()).isEmpty();
    assertThat(settings.creatio().customColumns()).isEqualTo("Usr");
    assertThat(settings.d365().connection().tokenUrl().getPath())
        .isEqualTo("/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token");
    assertThat(settings.d365().connection().dataverseUrl()).isNull();
    assertThat(settings.d365().feedTables()).isEmpty();
    assertThat(settings.gateway().bind()).isEqualTo("127.0.0.1");
    assertThat(settings.gateway().port()).isEqualTo(8080);
    assertThat(settings.gateway().maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:weft.db");
    assertThat(settings.legalEntities().leading()).isEqualTo(USMF);
    assertThat(settings.legalEntities().of(USMF).timeZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(settings.account().leadingLegalEntity()).isEqualTo(USMF);
    assertThat(settings.account().inactive().hold()).isEqualTo(AccountSettings.Hold.NONE);
    assertThat(settings.account().approval()).isEqualTo(AccountSettings.Approval.AUTO);
    assertThat(settings.account().taxNumber())
        .isEqualTo(new AccountSettings.TaxNumber("TaxExemptNumber", false));
    assertThat(settings.numbering().customer(USMF).prefix()).isEqualTo("CRT-");
    assertThat(settings.polling().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.mappings().of(ACCOUNT).everywhere().rules()).isNotEmpty();
  }

  @Test
  void putsTheLeadingLegalEntityFirst() {
    LegalEntities entities =
        SettingsText.minimal()
            .replace(
                "    currency: USD\n",
                """
                    currency: USD
                  demf: {name: Germany, timeZone: Europe/Berlin, currency: EUR, leading: true}
                """)
            .read()
            .legalEntities();

    assertThat(entities.ids()).containsExactly(DEMF, USMF);
    assertThat(entities.leading()).isEqualTo(DEMF);
    assertThat(entities.of(DEMF))
        .isEqualTo(new LegalEntities.One(DEMF, "Germany", ZoneId.of("Europe/Berlin"), "EUR", true));
  }

  @Test
  void readsEveryNameOfTheConnections() {
    WeftSettings settings =
        SettingsText.minimal()
            .replace(
                "    clientSecret: ${env:CREATIO_SECRET}\n",
                """
                    clientSecret: ${env:CREATIO_SECRET}
                    odataRoot: /odata
                    tokenUrl: https://id.acme.com/connect/token
                    callTimeout: 40s
                    horizon: 4m
                    ceilings: {concurrency: 3, perSecond: 5, maxWait: 9s, workers: 2}
                    integrationContactId: 44444444-AAAA-4bbb-8ccc-000000000004
                    strict: true
                    customColumns: Acme
                """)
            .replace(
                "    clientSecret: ${env:D365_SECRET}\n",
                """
                    clientSecret: ${env:D365_SECRET}
                    tokenUrl: http://localhost:9000/token
                    callTimeout: 30s
                    horizon: 3m
                    ceilings: {concurrency: 52}
                    dataverse:
                      url: https://Acme.crm4.dynamics.com/
                      tables: {account-customer: mserp_custcustomerv3entities}
                """)
            .read();

    CreatioSettings creatio = settings.creatio();
    assertThat(creatio.connection().odataRoot()).isEqualTo("/odata");
    assertThat(creatio.connection().tokenUrl()).hasToString("https://id.acme.com/connect/token");
    assertThat(creatio.connection().callTimeout()).isEqualTo(Duration.ofSeconds(40));
    assertThat(creatio.connection().clientSecret().reveal()).isEqualTo("creatio's");
    assertThat(creatio.horizon()).isEqualTo(Duration.ofMinutes(4));
    assertThat(creatio.ceilings()).isEqualTo(new Ceilings(3, 5, Duration.ofSeconds(9), 2));
    assertThat(creatio.integrationContactId()).contains("44444444-aaaa-4bbb-8ccc-000000000004");
    assertThat(creatio.strict()).isTrue();
    assertThat(creatio.customColumns()).isEqualTo("Acme");
    D365Settings d365 = settings.d365();
    assertThat(d365.connection().tokenUrl()).hasToString("http://localhost:9000/token");
    assertThat(d365.connection().dataverseUrl()).hasToString("https://acme.crm4.dynamics.com");
    assertThat(d365.feedTables()).containsEntry(ACCOUNT, "mserp_custcustomerv3entities");
    assertThat(d365.ceilings().concurrency()).isEqualTo(52);
    assertThat(d365.horizon()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void readsEveryNameOfGatewayStoreAndPolling() {
    WeftSettings settings =
        SettingsText.minimal()
            .replace(
                "  auth:\n    - apiKey: ${env:GATEWAY_KEY}\n",
                """
                  bind: 0.0.0.0
                  port: 0
                  maxBodyBytes: 2000
                  maxHints: 10
                  auth:
                    - apiKey: ${env:GATEWAY_KEY}
                      header: X-Key
                      parameter: code
                    - basic:
                        user: creatio
                        password: ${env:GATEWAY_KEY}
                    - standardWebhooks: ${env:GATEWAY_KEY}
                      tolerance: 2m
                """)
            .add(
                """
                store:
                  url: jdbc:postgresql://db/weft
                  user: we&ft
                  password: ${env:GATEWAY_KEY}
                polling:
                  interval: 10s
                  scanInterval: 20m
                  sweepInterval: 2m
                  vanishedInterval: 12h
                  overlap: 3m
                """)
            .read();

    GatewaySettings gateway = settings.gateway();
    assertThat(gateway.bind()).isEqualTo("0.0.0.0");
    assertThat(gateway.port()).isZero();
    assertThat(gateway.maxBodyBytes()).isEqualTo(2000);
    assertThat(gateway.maxHints()).isEqualTo(10);
    assertThat(gateway.auth())
        .satisfiesExactly(
            a -> {
              AuthSettings.ApiKey key = (AuthSettings.ApiKey) a;
              assertThat(key.header()).isEqualTo("X-Key");
              assertThat(key.parameter()).contains("code");
            },
            a -> assertThat(((AuthSettings.Basic) a).user()).isEqualTo("creatio"),
            a ->
                assertThat(((AuthSettings.StandardWebhooks) a).tolerance())
                    .isEqualTo(Duration.ofMinutes(2)));
    assertThat(settings.store().jdbcUrl().reveal())
        .isEqualTo("jdbc:postgresql://db/weft?user=we%26ft&password=gateway%27s");
    assertThat(settings.polling())
        .isEqualTo(
            new PollingSettings(
                Duration.ofSeconds(10),
                Duration.ofMinutes(20),
                Duration.ofMinutes(2),
                Duration.ofHours(12),
                Duration.ofMinutes(3)));
  }

  @Test
  void letsTheEnvironmentNameTheStore() {
    WeftSettings settings =
        SettingsText.minimal().storeUrl("jdbc:postgresql://db/weft?password=x").read();

    assertThat(settings.store().url()).startsWith("jdbc:postgresql://db/weft");
    assertThat(settings.store()).hasToString("StoreSettings[jdbc:postgresql://db/weft]");
  }

  @Test
  void listsEveryProblemOfAnEmptyFile() {
    assertThat(new SettingsText("").problems())
        .anySatisfy(p -> assertThat(p).contains("legalEntities"))
        .anySatisfy(p -> assertThat(p).contains("environment.name"))
        .anySatisfy(p -> assertThat(p).contains("environment").contains("kind"))
        .anySatisfy(p -> assertThat(p).contains("connections.creatio.url"))
        .anySatisfy(p -> assertThat(p).contains("connections.creatio.clientId"))
        .anySatisfy(p -> assertThat(p).contains("connections.creatio.clientSecret"))
        .anySatisfy(p -> assertThat(p).contains("connections.d365.url"))
        .anySatisfy(p -> assertThat(p).contains("connections.d365.tenantId"))
        .anySatisfy(p -> assertThat(p).contains("gateway"))
        .anySatisfy(p -> assertThat(p).contains("objects"));
  }

  @Test
  void throwsAllProblemsAtOnce() {
    SettingsText text =
        SettingsText.minimal().replace("kind: sandbox", "kind: test").replace("USD", "dollar");

    assertThatThrownBy(text::read)
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("weft.yaml:3: environment.kind 'test'")
        .hasMessageContaining("weft.yaml:19: legalEntities.usmf.currency 'dollar'");
  }
}
