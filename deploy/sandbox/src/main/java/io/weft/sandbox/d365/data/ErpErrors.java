package io.weft.sandbox.d365.data;

import io.weft.sandbox.d365.erp.ErpSettings;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Error bodies of {@code /data}: an empty code, a general text, the truth in innererror. */
public final class ErpErrors {
  private static final String WRITE_TYPE =
      "Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException";
  private static final String REQUEST_TYPE = "Microsoft.OData.ODataException";
  private static final String STACK =
      "   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.UpdateProcessor"
          + ".CreateEntity_Save(ChangeOperationContext context, ChangeInfo changeInfo)\r\n"
          + "   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.ChangeInfo"
          + ".ExecuteActionsInCompanyContext(IEnumerable`1 actionList)";

  private final ErpSettings settings;

  /** Takes the switches that decide on status codes. */
  public ErpErrors(ErpSettings settings) {
    this.settings = settings;
  }

  /** Returns the answer to a refused request. */
  public Answer of(Refusal refusal) {
    return switch (refusal.why()) {
      case WRITE -> write(refusal.sentence());
      case REQUEST -> request(refusal.sentence());
      case MISSING -> Answer.empty(404);
      case STALE -> body(settings.number("conflictStatus"), refusal.sentence(), null);
      case FORBIDDEN -> Answer.empty(403);
    };
  }

  /** Returns the answer to a write that a rule forbids. */
  public Answer write(String infolog) {
    return body(settings.number("errorStatus"), infolog, WRITE_TYPE);
  }

  /** Returns the answer to a request that cannot be understood. */
  public Answer request(String message) {
    return body(400, message, REQUEST_TYPE);
  }

  /** Returns the answer to a set that is not there. */
  public Answer noSuchResource(String url) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("Message", "No HTTP resource was found that matches the request URI '" + url + "'.");
    json.put("MessageDetail", "No route data was found for this request.");
    return Answer.json(404, json);
  }

  /** Returns the answer of a server under load. */
  public Answer throttled(@Nullable Long retryAfter) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", "");
    error.put(
        "message",
        "This request could not be processed at this time due to system experiencing high"
            + " resource utilization."
            + (retryAfter == null ? "" : " Retry the request after " + retryAfter + " seconds"));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    Answer answer = Answer.json(429, json);
    return retryAfter == null ? answer : answer.header("Retry-After", retryAfter.toString());
  }

  /** Returns the text of an update conflict, as two writers of one row meet it. */
  public static String updateConflict(String entity, String table) {
    return ("Write failed for table row of type '%s'. Infolog: Error: Cannot edit"
            + " a record in %s. An update conflict occurred due to another user process deleting"
            + " the record or changing one or more fields in the record.; Error: Update has been"
            + " canceled.")
        .formatted(entity, table);
  }

  /** Returns an error with the general text outside and a message inside. */
  public static Answer body(int status, String message, @Nullable String type) {
    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    inner.put("message", message);
    inner.put("type", type == null ? "System.InvalidOperationException" : type);
    inner.put("stacktrace", STACK);
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", "");
    error.put("message", "An error has occurred.");
    error.put("innererror", inner);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    return Answer.json(status, json);
  }
}
