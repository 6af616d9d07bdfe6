package io.weft.sandbox;

import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.seed.Company;
import io.weft.sandbox.seed.SeedPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the two systems. The door in front of it counts requests, delays them and lets faults
 * strike; a tenant only answers.
 */
public interface Tenant extends AutoCloseable {
  /** Returns {@code creatio} or {@code d365}. */
  String system();

  /**
   * Returns handlers by path prefix, or after a star by how the path ends; of several that fit, the
   * longest wins.
   */
  Map<String, Handler> routes();

  /**
   * Returns the set that a call is about, for faults and counters: an entity set, {@code $batch},
   * {@code $metadata}, or {@code token} for anything that hands out tokens.
   */
  String setOf(Call call);

  /** Returns who is calling: the OAuth client's id, or {@code anonymous}. */
  String clientOf(Call call);

  /** Returns the answer a fault gives instead of, or after, the work, in this system's shapes. */
  Answer failure(FaultRule fault, Call call);

  /** Returns handlers below {@code /control/<system>/} by their first path segment. */
  Map<String, Handler> controls();

  /**
   * Writes as a person would in this system's own screens, with its side effects and events.
   *
   * @param key the path segment after the set, null if there was none
   */
  Answer actAsUser(Call call, String set, @Nullable String key);

  /** Adds companies and, as far as the plan says, what belongs to them. */
  void seed(Iterable<Company> companies, SeedPlan plan);

  /** Returns facts for {@code GET /control/state}. */
  Map<String, @Nullable Object> state();

  @Override
  void close();
}
