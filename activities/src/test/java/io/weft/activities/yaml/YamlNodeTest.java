package io.weft.activities.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weft.activities.mapping.ConflictPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
  private final ConfigErrors errors = new ConfigErrors();

  private YamlNode parse(String text) {
    return YamlNode.parse("weft.yaml", text, errors);
  }

  @Test
  void readsEveryKindOfValue() {
    YamlNode root =
        parse(
            """
            name: NO
            on: yes
            count: 12
            every: 5m
            policy: d365-wins
            list: [a, b]
            one: x
            block: {k: v}
            empty:
            """);

    assertThat(root.text("name")).isEqualTo("NO");
    assertThat(root.flag("on", false)).isTrue();
    assertThat(root.positiveInt("count", 1)).isEqualTo(12);
    assertThat(root.duration("every", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    assertThat(root.oneOf("policy", ConflictPolicy.class, ConflictPolicy.ASK))
        .isEqualTo(ConflictPolicy.D365_WINS);
    assertThat(root.texts("list")).containsExactly("a", "b");
    assertThat(root.texts("one")).containsExactly("x");
    assertThat(root.child("block").entries()).containsOnlyKeys("k");
    assertThat(root.has("empty")).isFalse();
    root.done();
    assertThat(errors.render()).isEmpty();
  }

  @Test
  void namesPlaceValueAndRemedyOfEveryProblem() {
    YamlNode root =
        parse(
            """
            count: many
            every: 10x
            on: maybe
            policy: creatio-win
            nmae: Acme
            """);

    assertThat(root.positiveInt("count", 7)).isEqualTo(7);
    assertThat(root.duration("every", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(root.flag("on", true)).isTrue();
    root.oneOf("policy", ConflictPolicy.class, ConflictPolicy.ASK);
    assertThat(root.text("name")).isEmpty();
    root.done();

    assertThat(errors.render())
        .isEqualTo(
            """
            weft.yaml:1: count 'many': is no whole number above zero. Write for example 7.
            weft.yaml:2: every '10x': is no duration. Write for example 30s, 5m, 72h or 7d.
            weft.yaml:3: on 'maybe': is neither true nor false. Write true or false.
            weft.yaml:4: policy 'creatio-win': is not known. Did you mean 'creatio-wins'? Else remove it.
            weft.yaml:1: name: is missing. Write a value after the colon.
            weft.yaml:5: nmae: is unknown. Did you mean 'name'? Else remove it.""");
  }

  @Test
  void refusesDoubledKeysWithBothLines() {
    parse("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n");

    assertThat(errors.render())
        .isEqualTo("weft.yaml:5: c: is there twice, first in line 3. Keep one of the two.");
  }

  @Test
  void namesTheLineOfBrokenYaml() {
    YamlNode root = parse("a: 1\nb: [1, 2\nc: 3\n");

    assertThat(root.isEmpty()).isTrue();
    assertThat(errors.entries()).hasSize(1);
    assertThat(errors.entries().get(0).line()).isEqualTo(3);
    assertThat(errors.render()).contains("is no valid YAML").contains("Check indentation");
  }

  @Test
  void boundsAliases() {
    StringBuilder text = new StringBuilder("a: &a [x, x]\nl:\n");
    for (int i = 0; i < 200; i++) {
      text.append("  - *a\n");
    }

    parse(text.toString());

    assertThat(errors.render()).contains("cannot be read").contains("aliases");
  }

  @Test
  void endsOnAnAliasThatHoldsItself() {
    YamlNode root = parse("a: &a\n  b: *a\n");

    assertThat(root.child("a").child("b").child("b").isEmpty()).isFalse();
  }

  @Test
  void aBlockWhereAValueIsWantedIsAProblem() {
    YamlNode root = parse("a: {b: c}\nd: text\n");

    root.text("a");
    root.child("d").entries();

    assertThat(errors.entries().stream().map(ConfigErrors.Entry::key)).containsExactly("a", "d");
  }

  @Test
  void startUpFailsOnceWithAllProblems() {
    YamlNode root = parse("x: 1\ny: 2\n");
    root.done();

    assertThatExceptionOfType(InvalidConfig.class)
        .isThrownBy(errors::throwIfAny)
        .withMessageContaining("weft.yaml:1: x")
        .withMessageContaining("weft.yaml:2: y")
        .satisfies(e -> assertThat(e.entries()).hasSize(2));
  }

  @Test
  void hintsNameTheLikeliestWord() {
    assertThat(Nearest.find("directon", List.of("direction", "drift"))).contains("direction");
    assertThat(Nearest.find("zzz", List.of("direction", "drift"))).isEmpty();
    assertThat(Nearest.hint("zzz", List.of("a", "b"))).isEqualTo("Known here: a, b");
  }
}
