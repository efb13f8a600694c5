package wireflight.lab;

import java.util.Collection;
import java.util.Locale;
import wireflight.language.Saying;

/** Finds the word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** What is wrong, and which word was probably meant if one is near enough. */
  static Saying hinted(Saying wrong, String word, Collection<String> known) {
    String best = of(word, known);
    return best.isEmpty() ? wrong : Saying.of(Nearest.class, "nearest", wrong, best);
  }

  /** The word that was probably meant; an empty string where none is near enough. */
  private static String of(String word, Collection<String> known) {
    String best = "";
    int least = Math.max(1, word.length() / 3) + 1;
    String wanted = word.toLowerCase(Locale.ROOT);
    if (wanted.length() > 40) {
      return "";
    }
    for (String candidate : known) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** How many letters must be put in, taken out, changed or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
