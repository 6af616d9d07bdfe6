package io.weft.activities.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.rule.Dimensions;
import io.weft.activities.rule.Intercompany;
import io.weft.activities.rule.Warehouse;
import io.weft.activities.rule.Warehouses;
import io.weft.activities.settings.OrderConduct.Discount;
import io.weft.activities.settings.OrderConduct.OnCancel;
import io.weft.activities.settings.OrderConduct.OnChange;
import io.weft.activities.settings.OrderConduct.PastDates;
import io.weft.activities.settings.OrderConduct.Pricing;
import io.weft.activities.settings.OrderConduct.Tolerance;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSettingsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";
  private static final String ONE = "11111111-1111-4111-8111-111111111111";
  private static final String TWO = "22222222-2222-4222-8222-222222222222";
  private static final BigDecimal CENTS = new BigDecimal("0.05");

  private static SettingsText twoEntities() {
    return SettingsText.minimal()
        .replace("    currency: USD\n", "    currency: USD\n  demf: {currency: EUR}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order:\n", "order: {}\n"})
  void anEmptyBlockWorks(String block) {
    WeftSettings settings = SettingsText.minimal().add(block).read();
    OrderSettings order = settings.order();

    assertThat(order.statuses().confirms(IN_PROGRESS.toUpperCase(java.util.Locale.ROOT), "In work"))
        .isTrue();
    assertThat(order.statuses().confirms(ONE, " confirmed ")).isTrue();
    assertThat(order.statuses().confirms(ONE, "Draft")).isFalse();
    assertThat(order.statuses().cancels(CANCELED)).isTrue();
    assertThat(order.statuses().delivery())
        .isEqualTo(
            new OrderStatuses.Delivery(
                "20f1fcf7-34d8-4c00-b4ae-6d9184c7945f",
                "0dd2c99b-9a1a-4419-886e-842a20d35929",
                "31b73f97-8e8d-4505-a24f-0b8fc21d0755"));
    assertThat(order.in(USMF))
        .isEqualTo(
            new OrderConduct(
                Pricing.CRM,
                true,
                Discount.PERCENT,
                new Tolerance(CENTS, CENTS),
                OnChange.SEND,
                OnCancel.STOP,
                PastDates.TODAY,
                Optional.empty()));
    assertThat(order.customersReference().field()).isEqualTo("CustomerRequisitionNumber");
    assertThat(order.customersReference().ownField()).isEqualTo("CustomersOrderReference");
    assertThat(order.rules())
        .isEqualTo(
            new OrderRules(Optional.empty(), Warehouses.NONE, Dimensions.NONE, Intercompany.NONE));
    assertThat(settings.numbering().order(USMF)).isEmpty();
  }

  @Test
  void readsEveryName() {
    WeftSettings settings =
        twoEntities()
            .add(
                """
                order:
                  confirmed: [%s]
                  confirmedNames: [Approved]
                  cancelled: %s
                  delivery: {partly: %s}
                  pricing: {usmf: erp, others: compare}
                  tolerance: {total: 1.50, tax: 0}
                  pricesIncludeTax: {usmf: false}
                  discount: amount
                  onChange: ask
                  onCancel: leave
                  pastDates: park
                  linesWithoutItem: {category: Services}
                  customersReference: CustomersOrderReference
                  routing: {otherwise: demf}
                  warehouses:
                    usmf: {rules: [{when: {DeliveryCountry: USA}, to: "11"}], otherwise: none}
                  dimensions:
                    usmf: {BusinessUnit: {}, CostCenter: {default: "007"}}
                  intercompany:
                    rules:
                      - {when: {UsrBusinessUnit: North}, soldBy: usmf, deliveredBy: demf}
                numbering:
                  order: {usmf: {prefix: SO-}}
                """
                    .formatted(ONE, TWO, ONE))
            .read();
    OrderSettings order = settings.order();
    Fields usa = Fields.of("DeliveryCountry", new Value.Code("USA"));
    Fields north = Fields.of("UsrBusinessUnit", new Value.Text("North"));

    assertThat(order.statuses().confirms(ONE, "")).isTrue();
    assertThat(order.statuses().confirms(IN_PROGRESS, "Confirmed")).isFalse();
    assertThat(order.statuses().confirms("", "approved")).isTrue();
    assertThat(order.statuses().cancels(TWO)).isTrue();
    assertThat(order.statuses().delivery().partly()).isEqualTo(ONE);
    assertThat(order.in(USMF))
        .isEqualTo(
            new OrderConduct(
                Pricing.ERP,
                false,
                Discount.AMOUNT,
                new Tolerance(new BigDecimal("1.50"), new BigDecimal("0")),
                OnChange.ASK,
                OnCancel.LEAVE,
                PastDates.PARK,
                Optional.of("Services")));
    assertThat(order.in(DEMF).pricing()).isEqualTo(Pricing.COMPARE);
    assertThat(order.in(DEMF).pricesIncludeTax()).isTrue();
    assertThat(order.customersReference().ownField()).isEqualTo("CustomerRequisitionNumber");
    assertThat(order.rules().routing().orElseThrow().otherwise()).containsExactly(DEMF);
    assertThat(order.rules().warehouses().choose(USMF, usa, MapLookUps.NONE))
        .isInstanceOf(Warehouse.Chosen.class);
    assertThat(order.rules().dimensions().derive(USMF, north, MapLookUps.NONE).values())
        .containsEntry("BusinessUnit", "North")
        .containsEntry("CostCenter", "007");
    assertThat(order.rules().intercompany().of(north, MapLookUps.NONE)).isPresent();
    assertThat(settings.numbering().order(USMF).orElseThrow().format(7)).isEqualTo("SO-00000007");
    assertThat(settings.numbering().order(DEMF)).isEmpty();
  }

  @Test
  void customColumnsHaveTheInstallationsPrefix() {
    SettingsText text =
        SettingsText.minimal()
            .replace(
                "    clientSecret: ${env:CREATIO_SECRET}\n",
                "    clientSecret: ${env:CREATIO_SECRET}\n    customColumns: Acme\n")
            .add("order: {dimensions: {usmf: {BusinessUnit: {}}}}\n");
    Fields north = Fields.of("AcmeBusinessUnit", new Value.Text("North"));

    assertThat(
            text.read().order().rules().dimensions().derive(USMF, north, MapLookUps.NONE).values())
        .containsEntry("BusinessUnit", "North");
    assertThat(text.read().contact().inactiveColumn()).isEqualTo("AcmeInactive");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesEachProblem(String block, String problem) {
    assertThat(SettingsText.minimal().add("order: {" + block + "}\n").problems())
        .singleElement()
        .asString()
        .startsWith("weft.yaml:23: order.")
        .contains(problem);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("confirmed: [done]", "order.confirmed[0] 'done': is no id of Creatio"),
        Arguments.of("confirmed: []", "order.confirmed: names no status"),
        Arguments.of("confirmed: " + CANCELED, "order.cancelled: is a status that confirms too"),
        Arguments.of("delivery: {shipped: x}", "order.delivery.shipped: is unknown"),
        Arguments.of(
            "delivery: {partly: " + ONE + ", delivered: " + ONE + "}", "one id two meanings"),
        Arguments.of("pricing: free", "order.pricing 'free': is not known"),
        Arguments.of("pricing: {demf: erp}", "not configured"),
        Arguments.of("tolerance: {total: -1}", "order.tolerance.total '-1': is no amount"),
        Arguments.of("tolerance: {total: a few}", "order.tolerance.total 'a few': is no amount"),
        Arguments.of("tolerance: {totl: 1}", "Did you mean 'total'"),
        Arguments.of("pricesIncludeTax: maybe", "is neither true nor false"),
        Arguments.of("discount: both", "order.discount 'both': is not known"),
        Arguments.of("onChange: stop", "order.onChange 'stop': is not known"),
        Arguments.of("onCancel: delete", "order.onCancel 'delete': is not known"),
        Arguments.of("pastDates: tomorrow", "order.pastDates 'tomorrow': is not known"),
        Arguments.of("linesWithoutItem: drop", "Write park, or {category: NAME}"),
        Arguments.of("linesWithoutItem: {categry: x, category: y}", "Did you mean 'category'"),
        Arguments.of("customersReference: Reference", "takes no reference"),
        Arguments.of("routing: {otherwise: demf}", "leads to 'demf' (otherwise)"),
        Arguments.of("routing: {rules: [{when: {UsrBusinesUnit: x}, to: usmf}]}", "Unit'"),
        Arguments.of("warehouses: {demf: A}", "order.warehouses.demf 'A': names a legal entity"),
        Arguments.of("warehouses: {usmf: {rules: [{when: {Sorce: x}, to: A}]}}", "is no column"),
        Arguments.of("dimensions: {demf: {A: b}}", "not configured"),
        Arguments.of("dimensions: {usmf: {A: {column: Nmber}}}", "Did you mean 'Number'"),
        Arguments.of(
            "intercompany: {rules: [{soldBy: usmf, deliveredBy: demf}]}",
            "order.intercompany: names 'demf' (weft.yaml:23), which is not configured"),
        Arguments.of("warehuses: {}", "Did you mean 'warehouses'"));
  }

  @Test
  void ownOrderNumbersAreCheckedLikeThoseOfCustomers() {
    assertThat(SettingsText.minimal().add("numbering: {order: {usmf: {digits: 2}}}").problems())
        .singleElement()
        .asString()
        .contains("numbering.order.usmf: does not fit its digits");
  }

  @Test
  void anOrderNeedsItsCustomer() {
    assertThat(
            twoEntities()
                .replace("mode: write", "mode: {usmf: write}\n  order-sales-order: {mode: observe}")
                .replace("mode: {usmf: write}", "mode: {usmf: write, demf: off}")
                .problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("objects.order-sales-order")
                    .contains("needs customers, and account-customer is off in demf"));
  }

  @Test
  void anOrderThatWaitsForObservedCustomersIsAWarning() {
    assertThat(
            SettingsText.minimal()
                .replace("mode: write", "mode: observe\n  order-sales-order: {mode: write}")
                .warnings())
        .singleElement()
        .asString()
        .contains("waits for customers that are only observed in usmf");
  }

  @Test
  void aValueMapReachesTheFieldsOfLines() {
    WeftSettings settings =
        SettingsText.minimal()
            .replace(
                "  account-customer:\n",
                "  order-sales-order:\n    mode: write\n  account-customer:\n")
            .add("valueMaps: {unit: {usmf: {pcs: ea}}}\n")
            .read();

    Mapping lines =
        Objects.requireNonNull(
            settings.mappings().of(SyncObjectName.ORDER_SALES_ORDER).of(USMF).lines());
    assertThat(lines.rule("unit").orElseThrow().conversion().values().code("pcs")).contains("ea");
  }
}
