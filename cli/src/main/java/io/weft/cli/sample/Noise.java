package io.weft.cli.sample;

/**
 * How often what differs between two systems differs. {@code strength} 1 is what populations that
 * grew apart for years look like.
 */
public record Noise(String name, double strength) {
  /** What matching is tuned and measured by. */
  public static final Noise USUAL = new Noise("usual", 1);

  /** A neglected population. */
  public static final Noise HEAVY = new Noise("heavy", 1.6);

  /** A population after a clean-up. */
  public static final Noise LIGHT = new Noise("light", 0.5);

  double of(double probability) {
    return Math.min(0.9, probability * strength);
  }
}
