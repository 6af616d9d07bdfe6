package io.weft.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** OAuth clients of both systems and the tokens they hold. Safe for many threads. */
public final class Credentials {
  /** A client that may ask for tokens; several secrets may be valid while one is rotated. */
  public record Client(String system, String id, List<String> secrets, String user) {}

  private record Token(Client client, Instant until) {}

  private final Clock clock;
  private final SplittableRandom random;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final Map<String, Duration> lifetimes = new LinkedHashMap<>();

  /** Makes a registry without clients, whose tokens follow from a number. */
  public Credentials(long seed, Clock clock) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  /** Adds a client, or replaces the one of that id. */
  public synchronized Client add(String system, String id, String secret, String user) {
    Client client = new Client(system, id, List.of(secret), user);
    clients.put(name(system, id), client);
    return client;
  }

  /** Returns a client, null if it is unknown. */
  public synchronized @Nullable Client find(String system, String id) {
    return clients.get(name(system, id));
  }

  /** Gives a client a new secret; the old ones stay valid if asked for. */
  public synchronized boolean rotate(String system, String id, String secret, boolean keepOld) {
    Client old = find(system, id);
    if (old == null) {
      return false;
    }
    List<String> secrets = new ArrayList<>(keepOld ? old.secrets() : List.of());
    secrets.add(secret);
    clients.put(name(system, id), new Client(system, id, List.copyOf(secrets), old.user()));
    return true;
  }

  /** Removes a client and its tokens; returns whether it was there. */
  public synchronized boolean remove(String system, String id) {
    revoke(system, id);
    return clients.remove(name(system, id)) != null;
  }

  /** Sets how long new tokens of a system live. */
  public synchronized void lifetime(String system, Duration lifetime) {
    lifetimes.put(system, lifetime);
  }

  /** Returns how long new tokens of a system live; an hour unless set. */
  public synchronized Duration lifetime(String system) {
    return lifetimes.getOrDefault(system, Duration.ofHours(1));
  }

  /** Returns a new opaque token for a client. */
  public synchronized String issue(Client client) {
    Instant now = clock.instant();
    tokens.values().removeIf(token -> token.until().isBefore(now));
    String token =
        "sbx-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    tokens.put(token, new Token(client, now.plus(lifetime(client.system()))));
    return token;
  }

  /** Returns the client that holds a token, null if the token is unknown, revoked or expired. */
  public synchronized @Nullable Client holder(String system, @Nullable String token) {
    Token known = token == null ? null : tokens.get(token);
    boolean good =
        known != null
            && known.client().system().equals(system)
            && clock.instant().isBefore(known.until());
    return good && known != null ? known.client() : null;
  }

  /** Takes all tokens of a system back, or those of one client; returns how many. */
  public synchronized int revoke(String system, @Nullable String id) {
    int before = tokens.size();
    tokens
        .values()
        .removeIf(
            token ->
                token.client().system().equals(system)
                    && (id == null || token.client().id().equals(id)));
    return before - tokens.size();
  }

  /** Returns the clients without their secrets. */
  public synchronized List<Map<String, Object>> toJson() {
    List<Map<String, Object>> all = new ArrayList<>();
    clients
        .values()
        .forEach(
            client -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("system", client.system());
              json.put("id", client.id());
              json.put("user", client.user());
              json.put("secrets", client.secrets().size());
              all.add(json);
            });
    return all;
  }

  private static String name(String system, String id) {
    return system + " " + id;
  }
}
