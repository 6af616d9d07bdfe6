package io.weft.sandbox.d365.data;

import io.weft.sandbox.Tx;
import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.d365.entra.Caller;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.BadQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code $batch}: parts one after the other. A changeset is one transaction and fails as one part;
 * the outer status is 200 all the same.
 */
final class Batch {
  private static final int MOST_OPERATIONS = 5_000;
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** A changeset's write failed; carries the only answer the changeset gets. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;
    private final @Nullable String contentId;

    Failed(Answer answer, @Nullable String contentId) {
      super("a changeset failed", null, false, false);
      this.answer = answer;
      this.contentId = contentId;
    }
  }

  private final Erp erp;
  private final DataEndpoint endpoint;
  private final ErpErrors errors;
  private final BusyOrders busy;

  Batch(Erp erp, DataEndpoint endpoint, ErpErrors errors, BusyOrders busy) {
    this.erp = erp;
    this.endpoint = endpoint;
    this.errors = errors;
    this.busy = busy;
  }

  Answer handle(Call call, Caller caller) {
    return endpoint.guarded(() -> run(call, caller));
  }

  private Answer run(Call call, Caller caller) {
    String boundary = Multipart.boundary(call.header("content-type"));
    if (boundary == null) {
      throw new BadQuery("A batch must be multipart/mixed with a boundary.");
    }
    String out = "batchresponse_" + NUMBERS.incrementAndGet();
    StringBuilder body = new StringBuilder();
    int operations = 0;
    for (Multipart.Part part : Multipart.parts(call.text(), boundary)) {
      operations += part(body, out, call, caller, part);
      if (operations > MOST_OPERATIONS) {
        throw new BadQuery("A batch may hold at most 5000 operations.");
      }
    }
    body.append("--").append(out).append("--\r\n");
    return Answer.of(
        200, "multipart/mixed; boundary=" + out, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private int part(StringBuilder body, String out, Call call, Caller caller, Multipart.Part part) {
    String inner = part.boundary();
    if (inner == null) {
      Call request = Multipart.request(call, part);
      Multipart.write(body, out, part.contentId(), single(request, caller));
      return 1;
    }
    List<Multipart.Part> writes = Multipart.parts(part.body(), inner);
    body.append("--").append(out).append("\r\n");
    changeset(body, call, caller, writes);
    return writes.size();
  }

  private Answer single(Call request, Caller caller) {
    Answer struck = struck(request);
    return struck != null ? struck : endpoint.single(request, caller);
  }

  private void changeset(
      StringBuilder body, Call call, Caller caller, List<Multipart.Part> writes) {
    String boundary = "changesetresponse_" + NUMBERS.incrementAndGet();
    body.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\r\n\r\n");
    writes.forEach(write -> erp.site().latency().awaitWrite(Erp.SYSTEM));
    try {
      open(call, writes);
      Answer conflict =
          busy.alone(
              busy.of(requests(call, writes), endpoint::about),
              () -> committed(body, boundary, call, caller, writes));
      if (conflict.status() >= 400) {
        Multipart.write(body, boundary, writes.get(0).contentId(), conflict);
      }
    } catch (Failed e) {
      Multipart.write(body, boundary, e.contentId, e.answer);
    }
    body.append("--").append(boundary).append("--\r\n");
  }

  private Answer committed(
      StringBuilder body, String boundary, Call call, Caller caller, List<Multipart.Part> writes) {
    Map<Multipart.Part, Answer> answers =
        erp.write(caller.who(call), tx -> all(tx, call, caller, writes));
    answers.forEach((part, answer) -> Multipart.write(body, boundary, part.contentId(), answer));
    return Answer.empty(200);
  }

  private void open(Call call, List<Multipart.Part> writes) {
    for (Call request : requests(call, writes)) {
      Resource about = endpoint.about(request);
      if (about != null) {
        erp.open(about.set());
      }
    }
  }

  private static List<Call> requests(Call call, List<Multipart.Part> writes) {
    return writes.stream().map(part -> Multipart.request(call, part)).toList();
  }

  private Map<Multipart.Part, Answer> all(
      Tx tx, Call call, Caller caller, List<Multipart.Part> writes) {
    Map<Multipart.Part, Answer> answers = new LinkedHashMap<>();
    List<String> seen = new ArrayList<>();
    for (Multipart.Part part : writes) {
      String id = part.contentId();
      if (id == null || seen.contains(id)) {
        throw new Failed(
            errors.request("Each operation of a changeset needs a Content-ID of its own."), id);
      }
      seen.add(id);
      answers.put(part, write(tx, call, caller, part));
    }
    return answers;
  }

  private Answer write(Tx tx, Call call, Caller caller, Multipart.Part part) {
    Call request = Multipart.request(call, part);
    Answer struck = struck(request);
    if (struck != null) {
      throw new Failed(struck, part.contentId());
    }
    try {
      if (request.method().equals("GET")) {
        throw Refusal.request("GET may not stand inside a changeset.");
      }
      return endpoint.inChangeset(tx, request, caller);
    } catch (Refusal e) {
      throw new Failed(errors.of(e), part.contentId());
    } catch (BadQuery e) {
      throw new Failed(errors.request(String.valueOf(e.getMessage())), part.contentId());
    }
  }

  /** A part may be throttled by itself: by a fault on its set. */
  private @Nullable Answer struck(Call request) {
    FaultRule rule =
        erp.site()
            .faults()
            .strike(Fault.THROTTLE, Erp.SYSTEM, request.method(), DataEndpoint.setOf(request));
    return rule == null ? null : errors.throttled(rule.number("retryAfterSeconds", 2));
  }
}
