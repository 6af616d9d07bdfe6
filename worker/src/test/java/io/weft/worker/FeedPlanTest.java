package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.desk.Check;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Feed.Kind;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.poll.ChildRows;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedRows;
import io.weft.activities.poll.Feeds;
import io.weft.activities.poll.LinkedFeed;
import io.weft.activities.poll.RowReader;
import io.weft.activities.poll.ScanFeed;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.Incoming;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of feeds are stored with where they stand: another name would read everything again. */
class FeedPlanTest {
  private static final SyncObjectName ORDERS = SyncObjectName.ORDER_SALES_ORDER;
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;
  private WeftSettings settings;
  private Stores stores;
  private Systems systems;
  private FeedParts parts;
  private AccountCustomer accounts;

  @BeforeEach
  void open() throws Exception {
    open("");
  }

  private void open(String dataverse) throws Exception {
    Path file = directory.resolve("weft.yaml");
    try (InputStream in = Bootstrap.class.getResourceAsStream("/weft.example.yaml")) {
      String example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, example.replace("  d365:\n", "  d365:\n" + dataverse));
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("WEFT_CONFIG", file.toString());
    environment.put("WEFT_DB_URL", "jdbc:sqlite:" + directory.resolve("weft.db"));
    environment.put("CREATIO_CLIENT_SECRET", "a");
    environment.put("D365_CLIENT_SECRET", "b");
    environment.put("WEFT_GATEWAY_KEY", "key");
    close();
    settings = Bootstrap.read(environment).settings();
    stores = Stores.open(settings, CLOCK);
    systems = Systems.connect(settings, CLOCK);
    parts =
        new FeedParts(
            settings,
            systems.creatio(),
            systems.d365(),
            systems.d365(),
            systems.dataverse().map(client -> client),
            stores.all().links(),
            (hint, digest) -> new Incoming(hint, digest, null),
            CLOCK);
    accounts =
        new AccountCustomer(
            settings,
            systems.creatio(),
            systems.d365(),
            stores.all().links(),
            stores.all().facts(),
            CLOCK);
  }

  @AfterEach
  void close() {
    if (stores != null) {
      systems.close();
      stores.close();
    }
  }

  private Plug plug() {
    return new Plug(accounts, new AccountFeedRows(accounts), new Both<>(Set.of("Email"), Set.of()));
  }

  private static List<String> names(List<Feed> feeds) {
    return feeds.stream().map(Feed::name).toList();
  }

  @Test
  void accountsAndCustomersKeepTheirFeeds() {
    Feeds feeds = FeedPlan.feeds(parts, List.of(plug()));

    assertThat(names(feeds.of(USMF))).containsExactly("usmf/account-customer/scan");
    assertThat(names(feeds.of("creatio")))
        .containsExactly(
            "creatio/account-customer/modified",
            "creatio/account-customer/merged",
            "creatio/account-customer/vanished");
  }

  @Test
  void changeTrackingIsOneFeedForAllLegalEntities() throws Exception {
    open(
        "    dataverse: {url: https://x.crm.dynamics.com, tables: {account-customer:"
            + " mserp_custcustomerv3entities}}\n");

    Feeds feeds = FeedPlan.feeds(parts, List.of(plug()));

    assertThat(names(feeds.of(USMF))).containsExactly("all/account-customer/delta");
    assertThat(feeds.all()).hasSize(4);
  }

  @Test
  void anotherObjectJoinsByWhatItsMappingLists() {
    ObjectFeeds orders = new ObjectFeeds(parts, orderRows(), orders(), List.of(USMF));

    List<Feed> d365 = new D365Feeds(orders).all().get(USMF);

    assertThat(names(d365))
        .containsExactly(
            "usmf/order-sales-order/scan",
            "usmf/order-sales-order/SalesOrderLines",
            "usmf/order-sales-order/SalesOrderConfirmationHeaders");
    assertThat(d365).allSatisfy(feed -> assertThat(feed).isInstanceOf(LinkedFeed.class));
    assertThat(names(new CreatioFeeds(orders).all()))
        .containsExactly(
            "creatio/order-sales-order/modified",
            "creatio/order-sales-order/merged",
            "creatio/order-sales-order/vanished");
  }

  @Test
  void everybodysRecordsAreReadWhereTheyMayBeNewcomers() {
    ObjectFeeds customers = ObjectFeeds.of(parts, plug());

    assertThat(new D365Feeds(customers).all().get(USMF))
        .singleElement()
        .isInstanceOf(ScanFeed.class);
  }

  @Test
  void aPersonMeansFeedsByPlaceByObjectOrByBoth() {
    Feeds feeds = FeedPlan.feeds(parts, List.of(plug()));

    assertThat(feeds.named("account-customer")).hasSize(4);
    assertThat(names(feeds.named("usmf/account-customer/")))
        .containsExactly("usmf/account-customer/scan");
    assertThat(feeds.named("creatio/account-customer/")).hasSize(3);
    assertThat(feeds.named("contact")).isEmpty();
    assertThat(feeds.named("account")).isEmpty();
  }

  @Test
  void theDoctorReadsWhatTheMappingsOfAllObjectsFollow() {
    Plugs plugs = new Plugs(settings.objects(), List.of(plug()));
    ObjectChecks checks = new ObjectChecks(settings, systems, plugs, Clock.systemUTC());

    assertThat(checks.sets(Side.CREATIO)).containsExactly("Account", "AccountCommunication");
    assertThat(checks.sets(Side.D365)).containsExactly("CustomersV3");
    assertThat(checks.below(Side.CREATIO)).isEmpty();
    assertThat(checks.all())
        .extracting(Check::name)
        .contains("Mapped fields in Creatio", "Mapped fields in D365", "Sets followed in D365");
  }

  @Test
  void anObjectThatIsOnWithoutCodeIsRefused() {
    assertThatThrownBy(() -> new Plugs(settings.objects(), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("account-customer");

    Plugs plugs = new Plugs(settings.objects(), List.of(plug()));
    assertThat(plugs.active()).singleElement().isEqualTo(plug());
    assertThatThrownBy(() -> plugs.of(ORDERS, USMF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order-sales-order");
  }

  private static Mapping orders() {
    return new Mapping(
        1,
        ORDERS,
        new Both<>("Order", "SalesOrderHeadersV2"),
        List.of(),
        ConflictPolicy.ASK,
        List.of(
            new io.weft.activities.mapping.Feed(Side.D365, Kind.DELTA, "SalesOrderHeadersV2"),
            new io.weft.activities.mapping.Feed(Side.D365, Kind.SCAN, "SalesOrderLines"),
            new io.weft.activities.mapping.Feed(
                Side.D365, Kind.SCAN, "SalesOrderConfirmationHeaders"),
            new io.weft.activities.mapping.Feed(Side.CREATIO, Kind.MODIFIED, "Order"),
            new io.weft.activities.mapping.Feed(Side.CREATIO, Kind.MODIFIED, "OrderProduct"),
            new io.weft.activities.mapping.Feed(Side.CREATIO, Kind.VANISHED, "Order")));
  }

  private static FeedRows orderRows() {
    return new FeedRows() {
      @Override
      public SyncObjectName object() {
        return ORDERS;
      }

      @Override
      public boolean newcomersInD365() {
        return false;
      }

      @Override
      public RowReader creatio(String set) {
        return ChildRows.creatio(ORDERS, "OrderId");
      }

      @Override
      public RowReader d365(String set, LegalEntity legalEntity) {
        return ChildRows.d365(ORDERS, legalEntity, "SalesOrderNumber", List.of());
      }
    };
  }
}
