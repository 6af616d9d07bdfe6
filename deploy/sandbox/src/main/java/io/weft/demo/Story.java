package io.weft.demo;

import io.temporal.client.WorkflowServiceException;
import io.weft.stage.NotSeen;
import io.weft.workflows.desk.DeskException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The steps of the demo, in the order in which they are shown. */
final class Story {
  private final List<Step> steps;

  Story(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** All that there is to show. */
  static Story whole() {
    return new Story(
        List.of(
            new LinkWhatExists(),
            new NewAccount(),
            new NewContact(),
            new PlacedOrder(),
            new ConfirmedOrder(),
            new ShippedOrder(),
            new WaitingOrder(),
            new EditEachWay(),
            new TwoFields(),
            new SameField(),
            new ThrottleStorm(),
            new LostAnswer(),
            new ParkedRecord(),
            new MergedAccounts(),
            new TheSum()));
  }

  int length() {
    return steps.size();
  }

  /** Plays every step, also after one that failed; returns the titles of those that did. */
  List<String> play(Scene scene) {
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      scene.screen().heading((i + 1) + "  " + step.title());
      if (Thread.currentThread().isInterrupted() || !play(step, scene)) {
        failed.add(step.title());
      }
    }
    return failed;
  }

  private static boolean play(Step step, Scene scene) {
    long began = System.nanoTime();
    try {
      step.play(scene);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      scene.screen().aside("(this step: " + Screen.time(took) + ")");
      return true;
    } catch (NotSeen | DeskException | WorkflowServiceException | IllegalStateException e) {
      scene.screen().failed(String.valueOf(e.getMessage()));
      return false;
    } finally {
      scene.control().delete("faults");
    }
  }
}
