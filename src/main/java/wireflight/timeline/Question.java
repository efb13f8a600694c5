package wireflight.timeline;

import java.util.List;

/**
 * What a class can be asked before a packet is shown, with the answer that the recording gives.
 *
 * @param text the question
 * @param choices the answers to choose from, all different
 * @param right which of them is right
 * @param reason why, from the packet's real numbers
 */
public record Question(String text, List<String> choices, int right, String reason) {
  /** Keeps the choices from changing. */
  public Question {
    choices = List.copyOf(choices);
  }
}
