package io.weft.activities.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression over a record's fields, checked against their types before anything is synced.
 * Texts, codes, dates and ids are text, {@code ''} where empty; numbers are for comparing ({@code
 * CreditLimit > 1000}) and 0 where empty. The result is text or true/false. It can reach nothing
 * but the record and the look-ups, and always ends.
 */
public final class Formula {
  /** Why a text is no formula, and where. */
  public static final class Invalid extends IllegalArgumentException {
    private final int line;
    private final int column;

    Invalid(int line, int column, String message) {
      super("line " + line + ", column " + column + ": " + message);
      this.line = line;
      this.column = column;
    }

    /** The line within the formula, from 1. */
    public int line() {
      return line;
    }

    /** The column within the line, from 1. */
    public int column() {
      return column;
    }
  }

  private static final CelRuntime RUNTIME = FormulaFunctions.runtime();

  private final String source;
  private final CelRuntime.Program program;
  private final Map<String, Type> fields;

  private Formula(String source, CelRuntime.Program program, Map<String, Type> fields) {
    this.source = source;
    this.program = program;
    this.fields = fields;
  }

  /**
   * Checks a formula against the fields that it may read.
   *
   * @throws Invalid with the position of the first mistake
   */
  public static Formula compile(String source, Map<String, Type> fields) {
    CelValidationResult result = compiler(fields).compile(source);
    if (result.hasError()) {
      throw invalid(result.getErrors().get(0));
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      CelType type = tree.getResultType();
      if (!type.equals(SimpleType.STRING) && !type.equals(SimpleType.BOOL)) {
        String advice = " where text or true/false is expected; wrap it in string(...)";
        throw new Invalid(1, 1, "gives " + type.name() + advice);
      }
      return new Formula(source, RUNTIME.createProgram(tree), read(tree, fields));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new Invalid(1, 1, String.valueOf(e.getMessage()));
    }
  }

  private static CelCompiler compiler(Map<String, Type> fields) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(FormulaFunctions.OPTIONS)
            .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
            .addFunctionDeclarations(FormulaFunctions.declarations());
    fields.forEach((name, type) -> builder.addVar(name, celType(type)));
    return builder.build();
  }

  private static CelType celType(Type type) {
    return switch (type) {
      case STRING, EMAIL, CODE, REFERENCE, DATE, INSTANT -> SimpleType.STRING;
      case DECIMAL -> SimpleType.DOUBLE;
      case BOOLEAN -> SimpleType.BOOL;
    };
  }

  private static Invalid invalid(CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    return new Invalid(line, issue.getSourceLocation().getColumn() + 1, issue.getMessage());
  }

  private static Map<String, Type> read(CelAbstractSyntaxTree tree, Map<String, Type> fields) {
    Map<String, Type> read = new LinkedHashMap<>();
    for (CelReference reference : tree.getReferenceMap().values()) {
      Type type = fields.get(reference.name());
      if (type != null) {
        read.put(reference.name(), type);
      }
    }
    return read;
  }

  /** The fields that it looks at. */
  public List<String> reads() {
    return List.copyOf(fields.keySet());
  }

  /** What it gives for a record. Throws IllegalArgumentException with the reason if it fails. */
  public Value eval(Fields record, LookUps lookUps) {
    Map<String, Object> variables = new LinkedHashMap<>();
    fields.forEach((name, type) -> variables.put(name, celValue(type, record.get(name))));
    Object result = FormulaFunctions.with(lookUps, () -> program.eval(variables));
    if (result instanceof String text) {
      return Values.text(FormulaFunctions.limited(text));
    }
    if (result instanceof Boolean on) {
      return new Value.Flag(on);
    }
    throw new IllegalArgumentException("the formula gave no value");
  }

  /** Whether it holds for a record; a text holds if it is not empty. */
  public boolean test(Fields record, LookUps lookUps) {
    Value value = eval(record, lookUps);
    return value instanceof Value.Flag flag ? flag.on() : !value.isAbsent();
  }

  private static Object celValue(Type type, Value value) {
    return switch (type) {
      case DECIMAL -> value instanceof Value.Decimal d ? d.number().doubleValue() : 0.0;
      case BOOLEAN -> value instanceof Value.Flag flag && flag.on();
      case STRING, EMAIL, CODE, REFERENCE, DATE, INSTANT -> value.text();
    };
  }

  /** The text that it was compiled from. */
  @Override
  public String toString() {
    return source;
  }
}
