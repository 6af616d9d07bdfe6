package io.weft.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.stage.NotSeen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole demo, with Temporal in memory: every step checks itself. */
@Timeout(300)
final class StoryTest {
  private final StringWriter out = new StringWriter();

  @Test
  void everyStepIsSeenToComeTrue() {
    int code = demo(Story.whole()).run(stage -> {});

    assertThat(code).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("in-memory test server: lost on exit", "All 15 steps were seen to come true")
        .doesNotContain("FAILED");
  }

  @Test
  void namesTheStepThatDidNotComeTrue() {
    int code = demo(new Story(List.of(new Broken()))).run(stage -> {});

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("1 of 1 steps did not come true", "Pigs fly", "no pig flew");
  }

  @Test
  void saysWhereItLookedForAServer() {
    Screen screen = new Screen(new PrintWriter(out), false);
    Demo demo = new Demo(Map.of("TEMPORAL_ADDRESS", "127.0.0.1:1"), screen, new Story(List.of()));

    assertThat(demo.run(stage -> {})).isEqualTo(1);
    assertThat(out.toString()).contains("127.0.0.1:1");
  }

  private Demo demo(Story story) {
    return new Demo(Map.of(), new Screen(new PrintWriter(out), false), story);
  }

  private static final class Broken implements Step {
    @Override
    public String title() {
      return "Pigs fly";
    }

    @Override
    public void play(Scene scene) {
      throw new NotSeen("no pig flew");
    }
  }
}
