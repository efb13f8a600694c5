package wireflight.ui;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.packet.TcpSegment;
import wireflight.timeline.Timeline;

/**
 * What a person looks for: flags ({@code SYN}, {@code FIN ACK}), a port ({@code 443}, {@code
 * :443}), or any text in what a step says and in the bytes it carries.
 */
final class Query {
  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  private final String text;
  private final int flags;
  private final int port;

  /** Reads what a person has typed. */
  Query(String typed) {
    text = typed.strip().toLowerCase(Locale.ROOT);
    String[] words = typed.strip().split("[\\s,+]+", -1);
    boolean allFlags = !text.isEmpty() && Stream.of(words).allMatch(Query::isFlag);
    flags = allFlags ? Arrays.stream(words).mapToInt(Query::bit).reduce(0, (a, b) -> a | b) : 0;
    String number = text.replaceFirst("^(port\\s+|:)", "");
    port = number.matches("\\d{1,5}") ? Integer.parseInt(number) : -1;
  }

  // A word in small letters is text: "ack" is found in sentences, "ACK" is the flag.
  private static boolean isFlag(String word) {
    return FLAGS.contains(word);
  }

  private static int bit(String word) {
    return 1 << FLAGS.indexOf(word);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether a step, from 1, is what is looked for. */
  boolean fits(Analysis analysis, Timeline timeline, int step) {
    int row = timeline.rowOf(step);
    boolean packet = timeline.kindOf(step).showsPacket();
    if (flags != 0) {
      return packet
          && analysis.packet(row) instanceof TcpSegment segment
          && (segment.flags() & flags) == flags;
    }
    if (port >= 0) {
      return packet && hasPort(analysis, row);
    }
    return timeline.sentence(step).toLowerCase(Locale.ROOT).contains(text)
        || packet && carries(analysis, row);
  }

  private boolean hasPort(Analysis analysis, int row) {
    int index = Math.max(analysis.connectionOf(row), analysis.quotedConnection(row));
    if (index < 0) {
      return false;
    }
    Connection connection = analysis.connections().get(index);
    return connection.client().port() == port || connection.server().port() == port;
  }

  private boolean carries(Analysis analysis, int row) {
    return StandardCharsets.ISO_8859_1
        .decode(Payload.bytes(analysis.trace().frame(row), analysis.packet(row)))
        .toString()
        .toLowerCase(Locale.ROOT)
        .contains(text);
  }
}
