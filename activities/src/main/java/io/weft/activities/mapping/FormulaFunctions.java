package io.weft.activities.mapping;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.weft.activities.failure.RemoteException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The functions that formulas may use. They are our own because the library's text extension leaves
 * umlauts alone and lets chained replacements fill the memory; every result here is limited.
 */
final class FormulaFunctions {
  static final CelOptions OPTIONS =
      CelOptions.current()
          .comprehensionMaxIterations(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(4_000)
          .maxParseRecursionDepth(32)
          .build();

  private static final int LIMIT = 64 * 1024;
  private static final ThreadLocal<LookUps> LOOK_UPS = new ThreadLocal<>();

  /** A function over texts. */
  private record Text(String name, int arguments, Function<List<String>, String> body) {
    String overload() {
      return name + "_" + arguments;
    }
  }

  private static final List<Text> FUNCTIONS =
      List.of(
          new Text("upper", 1, a -> a.get(0).toUpperCase(Locale.ROOT)),
          new Text("lower", 1, a -> a.get(0).toLowerCase(Locale.ROOT)),
          new Text("trim", 1, a -> a.get(0).strip()),
          new Text("digits", 1, a -> Transforms.digits(a.get(0))),
          new Text("replace", 3, a -> replace(a.get(0), a.get(1), a.get(2))),
          new Text("default", 2, a -> a.get(0).isEmpty() ? a.get(1) : a.get(0)),
          new Text("date", 2, a -> date(a.get(0), a.get(1))),
          new Text("lookup", 2, a -> lookup(a.get(0), a.get(1), "Name")),
          new Text("lookup", 3, a -> lookup(a.get(0), a.get(1), a.get(2))));

  private FormulaFunctions() {}

  /** One step that may fail as the library fails. */
  interface Evaluation {
    Object run() throws CelEvaluationException;
  }

  /** Runs an evaluation that may use these look-ups. */
  static Object with(LookUps lookUps, Evaluation evaluation) {
    LOOK_UPS.set(lookUps);
    try {
      return evaluation.run();
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException(reason(e), e);
    } finally {
      LOOK_UPS.remove();
    }
  }

  /** The innermost reason: CEL's own repeats the arguments, business data of any length. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
      if (innermost instanceof RemoteException remote) {
        throw remote; // a look-up could not be read: not the formula's fault
      }
    }
    return String.valueOf(innermost.getMessage());
  }

  static List<CelFunctionDecl> declarations() {
    List<CelFunctionDecl> all = new ArrayList<>();
    FUNCTIONS.stream()
        .map(Text::name)
        .distinct()
        .forEach(name -> all.add(CelFunctionDecl.newFunctionDeclaration(name, overloads(name))));
    CelType text = SimpleType.STRING;
    all.add(
        CelFunctionDecl.newFunctionDeclaration(
            "left", CelOverloadDecl.newGlobalOverload("left_2", text, text, SimpleType.INT)));
    return all;
  }

  private static List<CelOverloadDecl> overloads(String name) {
    return FUNCTIONS.stream().filter(f -> f.name().equals(name)).map(f -> overload(f)).toList();
  }

  private static CelOverloadDecl overload(Text function) {
    List<CelType> arguments = Collections.nCopies(function.arguments(), SimpleType.STRING);
    return CelOverloadDecl.newGlobalOverload(function.overload(), SimpleType.STRING, arguments);
  }

  @SuppressWarnings("Immutable") // the functions are pure; their type cannot say so
  static CelRuntime runtime() {
    List<CelFunctionBinding> bindings = new ArrayList<>();
    for (Text function : FUNCTIONS) {
      List<Class<?>> types = Collections.nCopies(function.arguments(), String.class);
      bindings.add(CelFunctionBinding.from(function.overload(), types, a -> call(function, a)));
    }
    bindings.add(
        CelFunctionBinding.from("left_2", String.class, Long.class, FormulaFunctions::left));
    return CelRuntimeFactory.plannerRuntimeBuilder()
        .setOptions(OPTIONS)
        .addFunctionBindings(bindings)
        .build();
  }

  private static Object call(Text function, Object[] arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add((String) argument);
    }
    return limited(function.body().apply(texts));
  }

  static String limited(String text) {
    if (text.length() > LIMIT) {
      throw new IllegalArgumentException("the result is longer than " + LIMIT + " characters");
    }
    return text;
  }

  private static String left(String text, Long count) {
    return text.substring(0, (int) Math.max(0, Math.min(text.length(), count)));
  }

  private static String replace(String text, String from, String to) {
    if (from.isEmpty()) {
      return text;
    }
    long hits = ((long) text.length() - text.replace(from, "").length()) / from.length();
    if (text.length() + hits * ((long) to.length() - from.length()) > LIMIT) {
      throw new IllegalArgumentException("the result is longer than " + LIMIT + " characters");
    }
    return text.replace(from, to);
  }

  private static String date(String day, String pattern) {
    return day.isEmpty()
        ? ""
        : LocalDate.parse(day.substring(0, Math.min(10, day.length())))
            .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  private static String lookup(String table, String id, String column) {
    return id.isEmpty()
        ? ""
        : LOOK_UPS.get().byId(table, id).map(row -> row.column(column)).orElse("");
  }
}
