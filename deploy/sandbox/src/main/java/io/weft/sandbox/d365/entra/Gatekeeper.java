package io.weft.sandbox.d365.entra;

import io.weft.sandbox.control.Credentials;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides whether a call may come in, and on whose behalf it acts. */
public final class Gatekeeper {
  private final Erp erp;
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  /** Takes the tenant whose clients it knows. */
  public Gatekeeper(Erp erp) {
    this.erp = erp;
  }

  /** Notes a new token; one for another resource or without a tenant opens nothing here. */
  void issued(String token, boolean good) {
    if (!good) {
      foreign.add(token);
    }
  }

  /** Returns the 401 that a call deserves, nothing if it may come in. */
  public Optional<Answer> refusal(Call call) {
    Credentials.Client client = holder(call);
    String token = call.bearer();
    boolean good =
        client != null
            && token != null
            && !foreign.contains(token)
            && erp.settings().on("registered." + client.id());
    return good ? Optional.empty() : Optional.of(unauthorized());
  }

  /** Returns the caller of a call that may come in; an unknown one has the general company. */
  public Caller caller(Call call) {
    String client = clientOf(call);
    return new Caller(client, erp.settings().text("defaultCompany." + client));
  }

  /** Returns the id of the calling client, {@code anonymous} if the token tells nothing. */
  public String clientOf(Call call) {
    Credentials.Client client = holder(call);
    return client == null ? "anonymous" : client.id();
  }

  /** Returns the answer to a call without a good token. */
  public static Answer unauthorized() {
    return Answer.empty(401)
        .header(
            "WWW-Authenticate",
            "Bearer authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"");
  }

  private Credentials.@Nullable Client holder(Call call) {
    return erp.site().credentials().holder(Erp.SYSTEM, call.bearer());
  }
}
