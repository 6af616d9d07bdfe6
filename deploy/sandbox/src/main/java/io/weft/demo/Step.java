package io.weft.demo;

/** One thing that the demo shows, and sees come true. */
interface Step {
  /** A heading in plain words. */
  String title();

  /**
   * Plays it.
   *
   * @throws io.weft.stage.NotSeen if it did not come true
   */
  void play(Scene scene);
}
