package io.weft.sandbox.creatio;

import io.weft.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The error bodies that Creatio answers with; the letters are those of our reference page. */
final class Errors {
  private Errors() {}

  /** (a) An OData error whose innermost message says what the database or entity layer said. */
  static Answer odata(int status, String type, String message) {
    Map<String, Object> deepest = new LinkedHashMap<>();
    deepest.put("message", message);
    deepest.put("type", type);
    deepest.put("stacktrace", "   at Terrasoft.Core.Entities.Entity.Save()");
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("message", "Exception has been thrown by the target of an invocation.");
    inner.put("type", "System.Reflection.TargetInvocationException");
    inner.put("stacktrace", "   at System.RuntimeMethodHandle.InvokeMethod()");
    inner.put("internalexception", deepest);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "");
    error.put("message", "An error has occurred.");
    error.put("innererror", inner);
    return Answer.json(status, Map.of("error", error)).header("OData-Version", "4.0");
  }

  /** (a), short: a query that the OData layer itself refuses. */
  static Answer query(int status, String message) {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("message", message);
    inner.put("type", "Microsoft.OData.ODataException");
    inner.put("stacktrace", "");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "");
    error.put("message", "The query specified in the URI is not valid. " + message);
    error.put("innererror", inner);
    return Answer.json(status, Map.of("error", error)).header("OData-Version", "4.0");
  }

  /** (b) An ASP.NET error. */
  static Answer aspNet(int status, String type, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Message", "An error has occurred.");
    body.put("ExceptionMessage", message);
    body.put("ExceptionType", type);
    body.put("StackTrace", "   at Terrasoft.Core.Entities.Entity.Save()");
    return Answer.json(status, body);
  }

  /** (c) No such set, or one that is being rebuilt. */
  static Answer noController(int status, String uri, String set) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Message", "No HTTP resource was found that matches the request URI '" + uri + "'.");
    body.put("MessageDetail", "No type was found that matches the controller named '" + set + "'.");
    return Answer.json(status, body);
  }

  /** (d) A body that does not fit the model. */
  static Answer binding(String field, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Message", "The request is invalid.");
    body.put("ModelState", Map.of(field, List.of(message)));
    return Answer.json(400, body);
  }

  /** (e) No or no valid token. */
  static Answer unauthorized() {
    return Answer.json(401, Map.of("Message", "Authorization has been denied for this request."));
  }

  /** (f) A page. */
  static Answer loginPage(int status) {
    return Answer.html(
        status,
        "<!DOCTYPE html><html><head><title>Creatio</title></head><body>"
            + "<form id=\"loginForm\" action=\"/Login/NuiLogin.aspx\"><input name=\"UserName\"/>"
            + "<input name=\"UserPassword\" type=\"password\"/></form></body></html>");
  }

  static Answer duplicateKey(String set) {
    return odata(
        500,
        "Npgsql.PostgresException",
        "23505: duplicate key value violates unique constraint \"PK" + set + "Id\"");
  }

  static Answer deadlock() {
    return odata(500, "Npgsql.PostgresException", "40P01: deadlock detected");
  }

  static Answer noRight(String set) {
    return aspNet(
        403,
        "System.Security.SecurityException",
        "Current user does not have permissions for the \"" + set + "\" object");
  }

  static Answer unknownKey(String set) {
    return query(404, "Resource not found for the segment '" + set + "'.");
  }
}
