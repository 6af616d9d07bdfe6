package io.weft.activities.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The legal forms of companies, as words without dots. */
final class LegalForms {
  /** Forms that are never a name. */
  private static final Set<String> WORDS =
      words(
          // German-speaking
          "gmbh mbh ag kg kgaa ohg gbr ug eg ek ev gesmbh haftungsbeschrankt gesellschaft",
          // English-speaking
          "inc incorporated corp corporation llc llp lp ltd limited plc co company pty pte cic",
          // Romance
          "sa sas sasu sarl eurl snc sci scop srl spa sapa slu sl slne sccl lda ltda eireli sgps",
          // Dutch, Nordic, Baltic
          "bv nv vof cv bvba sprl srls oy oyj ab hb aktiebolag as asa ans aps ivs oue ou uab sia",
          // Eastern
          "sro spol zoo kft zrt nyrt bt doo dooel dd ad ood eood ead srb ooo oao zao pao tov tob",
          // elsewhere
          "kk gk yk sdn bhd jsc pjsc ojsc cjsc fze fzco fzllc wll se scrl sti as");

  /** Words that only join others. */
  private static final Set<String> JOINING = words("and und et y e i og och en");

  /** Forms of several words. */
  private static final List<List<String>> PHRASES =
      List.of(
          List.of("sp", "z", "oo"),
          List.of("sp", "z", "o", "o"),
          List.of("spolka", "z", "oo"),
          List.of("s", "r", "o"),
          List.of("spol", "s", "ro"),
          List.of("s", "a", "de", "c", "v"),
          List.of("sa", "de", "cv"),
          List.of("s", "de", "rl", "de", "cv"),
          List.of("a", "s"),
          List.of("s", "a"),
          List.of("b", "v"),
          List.of("d", "o", "o"));

  private LegalForms() {}

  private static Set<String> words(String... lines) {
    Set<String> words = new TreeSet<>();
    for (String line : lines) {
      words.addAll(Arrays.asList(line.split(" ")));
    }
    return words;
  }

  /** The words that are no legal form; none if nothing else is there. */
  static List<String> without(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    for (List<String> phrase : PHRASES) {
      int at = java.util.Collections.lastIndexOfSubList(rest, phrase);
      if (at > 0 && at + phrase.size() == rest.size()) {
        rest.subList(at, rest.size()).clear();
      }
    }
    rest.removeIf(word -> WORDS.contains(word) || JOINING.contains(word));
    return rest;
  }
}
