package io.weft.activities.creatio;

import io.weft.activities.http.Answer;
import io.weft.activities.http.Row;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says, whichever of its shapes it has: OData, ASP.NET, routing, binding,
 * DataService. Stack traces are never kept.
 *
 * @param text empty where the body says nothing, or is no JSON
 * @param field the property at fault, where it is named
 */
record CreatioError(String text, @Nullable String field) {
  private static final int LONGEST = 600;

  static CreatioError read(Answer answer) {
    Row json = answer.json();
    if (json == null || (answer.success() && json.has("@odata.context"))) {
      return new CreatioError("", null);
    }
    Row state = json.row("ModelState");
    String field = state == null ? null : state.names().stream().findFirst().orElse(null);
    String text = text(json) + (field == null ? "" : " (" + field + ")");
    return new CreatioError(text.substring(0, Math.min(text.length(), LONGEST)).strip(), field);
  }

  private static String text(Row json) {
    Row error = json.row("error");
    if (error != null) {
      return deepest(error);
    }
    Row info = json.row("errorInfo");
    if (info != null) {
      return joined(info.text("message"), info.text("errorCode"));
    }
    String exception = json.text("ExceptionMessage");
    return exception != null
        ? joined(exception, json.text("ExceptionType"))
        : joined(json.text("Message"), json.text("MessageDetail"));
  }

  /** The outer message is always "An error has occurred."; the innermost tells the reason. */
  private static String deepest(Row error) {
    String message = joined(error.text("message"), null);
    String type = "";
    Row inner = error.row("innererror");
    while (inner != null) {
      message = inner.has("message") ? joined(inner.text("message"), null) : message;
      type = inner.has("type") ? joined(inner.text("type"), null) : type;
      inner = inner.row("internalexception");
    }
    return type.endsWith("SecurityException") ? message + " (SecurityException)" : message;
  }

  private static String joined(@Nullable String first, @Nullable String second) {
    String start = first == null ? "" : first.strip();
    return second == null || second.isBlank() ? start : start + " " + second.strip();
  }
}
