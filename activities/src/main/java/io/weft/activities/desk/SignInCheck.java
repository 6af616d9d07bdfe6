package io.weft.activities.desk;

import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a system answers us at all.
 *
 * @param ping throws what is wrong
 */
public record SignInCheck(Side side, Runnable ping) implements Check {
  @Override
  public String name() {
    return "Sign-in to " + side.title();
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    ping.run();
    return List.of(Finding.ok(side.title(), side.title() + " lets us in."));
  }
}
