package wireflight.application;

import java.util.List;

/**
 * A message of an application protocol, and where its bytes are.
 *
 * @param protocol whose message it is
 * @param kind what part it plays
 * @param connection index into the analysis's connections
 * @param fromClient whether the connection's client sent it
 * @param rows the rows that carry it
 * @param offset where it starts in its direction's byte stream, 0 for the first byte after the SYN;
 *     0 for a datagram
 * @param length bytes from its first to its last, what lies between included
 * @param time when its first row was seen, nanoseconds since the epoch
 * @param request the first row of the request it answers; -1 where there is none
 * @param summary one line, as in {@code GET /x HTTP/1.1}
 * @param fields its parts that matter, in their order
 * @param problem one sentence: what is wrong with it or missing from it; empty for a sound one
 */
public record Message(
    Protocol protocol,
    Kind kind,
    int connection,
    boolean fromClient,
    Rows rows,
    long offset,
    long length,
    long time,
    int request,
    String summary,
    List<Field> fields,
    String problem) {
  /** The most fields kept of a message. */
  static final int MOST_FIELDS = 200;

  private static final int LONGEST_SUMMARY = 300;

  /** Makes the texts fit to be shown. */
  public Message {
    fields = List.copyOf(fields.subList(0, Math.min(fields.size(), MOST_FIELDS)));
    summary = Text.clean(summary, LONGEST_SUMMARY);
    problem = Text.clean(problem, LONGEST_SUMMARY);
  }

  /** The value of the first field of that name, case aside; empty where there is none. */
  public String field(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }
}
