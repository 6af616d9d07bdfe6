package io.weft.sandbox.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTest {
  @Test
  void bindsNotBeforeAndBeforeOr() {
    Expr expr = FilterParser.parse("a eq 1 or not b eq 2 and c eq 3");

    assertThat(expr).isInstanceOf(Expr.Or.class);
    Expr.And and = (Expr.And) ((Expr.Or) expr).right();
    assertThat(and.left()).isInstanceOf(Expr.Not.class);
  }

  @ParameterizedTest
  @CsvSource({
    "x eq 405947d0-1111-4ded-8675-0475f19f5a81, GUID",
    "x eq 2026-01-31T08:15:00.123Z, DATE_TIME",
    "x eq 2026-01-31, DATE",
    "x eq -12.5, NUMBER",
    "x eq true, BOOLEAN",
    "x eq null, NULL",
    "x eq Microsoft.Dynamics.DataEntities.NoYes'Yes', TYPED"
  })
  void tellsLiteralsApart(String filter, Expr.LiteralKind kind) {
    Expr.Compare compare = (Expr.Compare) FilterParser.parse(filter);

    assertThat(((Expr.Literal) compare.right()).kind()).isEqualTo(kind);
  }

  @Test
  void readsQuotesInsideQuotes() {
    Expr.Compare compare = (Expr.Compare) FilterParser.parse("x eq 'O''Neill, (and) co'");

    assertThat(((Expr.Literal) compare.right()).value()).isEqualTo("O'Neill, (and) co");
  }

  @Test
  void readsNestedOptionsOfAnExpand() {
    Query query =
        Query.of(
            Map.of(
                "$expand",
                "A($select=X,Y;$filter=Z eq 'a;b,c';$expand=C($top=1)),B",
                "$orderby",
                "N desc, P/Q"));

    assertThat(query.expand()).extracting(Query.Expand::property).containsExactly("A", "B");
    Query inner = query.expand().get(0).options();
    assertThat(inner.select()).containsExactly("X", "Y");
    assertThat(inner.filter()).isNotNull();
    assertThat(inner.expand().get(0).options().top()).isEqualTo(1);
    assertThat(query.orderBy().get(0).descending()).isTrue();
    assertThat(query.orderBy().get(1).path()).containsExactly("P", "Q");
  }

  @ParameterizedTest
  @CsvSource({"a eq", "(a eq 1", "a eq 1 b", "a eq 'x", "eq 1 and", "a ~ 1"})
  void refusesWhatItCannotRead(String filter) {
    assertThatThrownBy(() -> FilterParser.parse(filter)).isInstanceOf(BadQuery.class);
  }

  @ParameterizedTest
  @CsvSource({"$top,-1", "$top,x", "$skip,1.5"})
  void refusesNumbersThatAreNone(String option, String value) {
    assertThatThrownBy(() -> Query.of(Map.of(option, value))).isInstanceOf(BadQuery.class);
  }
}
