package io.weft.sandbox.odata;

import io.weft.sandbox.odata.Expr.LiteralKind;
import io.weft.sandbox.odata.Lexer.Sort;
import io.weft.sandbox.odata.Lexer.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a {@code $filter}: {@code or} binds less than {@code and}, that less than {@code not}. */
public final class FilterParser {
  private static final Token END = new Token(Sort.MARK, "");

  private final String text;
  private final List<Token> words;
  private int at;

  private FilterParser(String text) {
    this.text = text;
    this.words = Lexer.words(text);
  }

  /**
   * Returns the tree of a filter.
   *
   * @throws BadQuery if it cannot be read
   */
  public static Expr parse(String filter) {
    FilterParser parser = new FilterParser(filter);
    Expr expr = parser.either();
    if (parser.at < parser.words.size()) {
      throw parser.unexpected();
    }
    return expr;
  }

  private Expr either() {
    Expr left = both();
    while (takeName("or")) {
      left = new Expr.Or(left, both());
    }
    return left;
  }

  private Expr both() {
    Expr left = negated();
    while (takeName("and")) {
      left = new Expr.And(left, negated());
    }
    return left;
  }

  private Expr negated() {
    return takeName("not") ? new Expr.Not(negated()) : comparison();
  }

  private Expr comparison() {
    Expr left = primary();
    if (takeName("in")) {
      return new Expr.In(left, arguments());
    }
    Expr.Op op = operator();
    return op == null ? left : new Expr.Compare(op, left, primary());
  }

  private Expr.@Nullable Op operator() {
    Token word = peek();
    if (word.sort() == Sort.NAME) {
      for (Expr.Op op : Expr.Op.values()) {
        if (op.name().toLowerCase(Locale.ROOT).equals(word.text())) {
          at++;
          return op;
        }
      }
    }
    return null;
  }

  private Expr primary() {
    Token word = next();
    return switch (word.sort()) {
      case MARK -> grouped(word);
      case TEXT -> new Expr.Literal(LiteralKind.TEXT, unquoted(word.text()), "");
      case NUMBER -> new Expr.Literal(LiteralKind.NUMBER, number(word.text()), "");
      case GUID -> new Expr.Literal(LiteralKind.GUID, UUID.fromString(word.text()), "");
      case DATE_TIME -> new Expr.Literal(LiteralKind.DATE_TIME, instant(word.text()), "");
      case DATE -> new Expr.Literal(LiteralKind.DATE, date(word.text()), "");
      case NAME -> named(word.text());
    };
  }

  private Expr grouped(Token mark) {
    if (!mark.text().equals("(")) {
      at--;
      throw unexpected();
    }
    Expr inner = either();
    take(")");
    return inner;
  }

  private Expr named(String name) {
    Token following = peek();
    if (following.sort() == Sort.TEXT) {
      at++;
      return new Expr.Literal(LiteralKind.TYPED, unquoted(following.text()), name);
    }
    if (following.text().equals("(") && following.sort() == Sort.MARK) {
      return new Expr.Function(name.toLowerCase(Locale.ROOT), arguments());
    }
    return switch (name) {
      case "null" -> new Expr.Literal(LiteralKind.NULL, null, "");
      case "true", "false" -> new Expr.Literal(LiteralKind.BOOLEAN, Boolean.parseBoolean(name), "");
      default -> new Expr.Path(List.of(name.split("/")));
    };
  }

  private List<Expr> arguments() {
    take("(");
    List<Expr> arguments = new ArrayList<>();
    do {
      arguments.add(either());
    } while (takeMark(","));
    take(")");
    return arguments;
  }

  private boolean takeName(String name) {
    boolean fits = peek().sort() == Sort.NAME && peek().text().equals(name);
    at += fits ? 1 : 0;
    return fits;
  }

  private boolean takeMark(String mark) {
    boolean fits = peek().sort() == Sort.MARK && peek().text().equals(mark);
    at += fits ? 1 : 0;
    return fits;
  }

  private void take(String mark) {
    if (!takeMark(mark)) {
      throw unexpected();
    }
  }

  private Token peek() {
    return at < words.size() ? words.get(at) : END;
  }

  private Token next() {
    Token word = peek();
    if (word.equals(END)) {
      throw unexpected();
    }
    at++;
    return word;
  }

  private BadQuery unexpected() {
    String where = peek().equals(END) ? "the end" : "'" + peek().text() + "'";
    return new BadQuery("Syntax error at " + where + " in '" + text + "'.");
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("''", "'");
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replaceAll("[mMdDfFlL]$", ""));
  }

  private Instant instant(String literal) {
    try {
      return OffsetDateTime.parse(literal).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadQuery("'" + literal + "' in '" + text + "' is no date and time.");
    }
  }

  private Instant date(String literal) {
    try {
      return LocalDate.parse(literal).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new BadQuery("'" + literal + "' in '" + text + "' is no date.");
    }
  }
}
