package io.weft.activities.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is entered twice with two meanings would depend on the order of a file. */
class WordListTest {
  @ParameterizedTest
  @ValueSource(strings = {"short.", "forms", "cities"})
  void noWordHasTwoMeanings(String kind) {
    List<String> twice = new ArrayList<>();
    Map<String, String> meaning = new TreeMap<>();
    lists(kind)
        .forEach(
            (name, words) ->
                words.forEach(
                    word -> {
                      String before = meaning.put(PlainText.joined(word), name);
                      if (before != null && !before.equals(name)) {
                        twice.add(word + ": " + before + ", " + name);
                      }
                    }));

    assertThat(meaning).isNotEmpty();
    assertThat(twice).isEmpty();
  }

  private static Map<String, List<String>> lists(String kind) {
    if (kind.equals("cities")) {
      return WordList.read("cities");
    }
    String file = kind.equals("short.") ? "words" : "legal-forms";
    Map<String, List<String>> some = new TreeMap<>();
    WordList.read(file)
        .forEach(
            (name, words) -> {
              boolean wanted =
                  kind.equals("short.") ? name.startsWith(kind) : !name.startsWith("affix");
              if (wanted) {
                String meaning =
                    kind.equals("short.") ? name : name.substring(0, name.indexOf('.'));
                some.computeIfAbsent(meaning, m -> new ArrayList<>()).addAll(words);
              }
            });
    return some;
  }

  /** A space before the equals sign would end the name too early. */
  @ParameterizedTest
  @ValueSource(strings = {"words", "legal-forms", "cities", "streets", "mail", "transliteration"})
  void noNameIsCutShort(String list) {
    assertThat(WordList.read(list).values())
        .isNotEmpty()
        .allSatisfy(words -> assertThat(words).noneMatch(word -> word.contains("=")));
  }

  @Test
  void aListThatIsNotThereIsNamed() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> WordList.read("nothing"))
        .hasMessageContaining("match/nothing.properties");
  }
}
