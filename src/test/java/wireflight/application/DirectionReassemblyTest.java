package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DirectionReassemblyTest {
  private static final class Told implements StreamListener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void data(boolean fromClient, Chunk chunk) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < chunk.length(); i++) {
        text.append((char) chunk.data().get(chunk.start() + i));
      }
      events.add(chunk.offset() + ":" + text + "@" + chunk.row());
    }

    @Override
    public void gap(boolean fromClient, long offset, long length) {
      events.add(offset + ":gap " + length);
    }

    @Override
    public void end(boolean fromClient) {
      events.add("end");
    }
  }

  private final Told told = new Told();
  private final Budget budget = new Budget(1 << 20);
  private final DirectionReassembly direction = new DirectionReassembly(true, told, budget);

  private static Piece piece(int row, long offset, String text) {
    return cut(row, offset, text, text.length());
  }

  private static Piece cut(int row, long offset, String text, int length) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new Piece(offset, row, row, ByteBuffer.wrap(bytes), 0, bytes.length, length);
  }

  @Test
  void retransmissionsAndOverlapsAreTrimmed() {
    direction.data(piece(0, 0, "abc"));
    direction.data(piece(1, 0, "XYZ"));
    direction.data(piece(2, 1, "XXde"));
    assertThat(told.events).containsExactly("0:abc@0", "3:de@2");
  }

  @Test
  void piecesOutOfOrderWaitForTheirTurn() {
    direction.data(piece(0, 3, "de"));
    direction.data(piece(1, 5, "f"));
    direction.data(piece(2, 0, "abcX"));
    direction.fin(6);
    assertThat(told.events).containsExactly("0:abcX@2", "4:e@0", "5:f@1", "end");
    assertThat(budget.used()).isZero();
  }

  @Test
  void whatNeverComesIsAGapOnceItWasAcknowledged() {
    direction.startAt(1000, true);
    direction.data(piece(0, 3, "de"));
    direction.acknowledge(1005);
    for (int i = 0; i < 100; i++) {
      direction.packetSeen();
    }
    assertThat(told.events).containsExactly("0:gap 3", "3:de@0");
  }

  @Test
  void withoutAnAcknowledgmentItIsAGapAtTheEnd() {
    direction.data(piece(0, 3, "de"));
    for (int i = 0; i < 100; i++) {
      direction.packetSeen();
    }
    assertThat(told.events).isEmpty();
    direction.finish();
    assertThat(told.events).containsExactly("0:gap 3", "3:de@0", "end");
  }

  @Test
  void whatTheSnapLengthCutOffIsAGap() {
    direction.data(cut(0, 0, "abc", 10));
    direction.data(piece(1, 10, "k"));
    assertThat(told.events).containsExactly("0:abc@0", "3:gap 7", "10:k@1");
  }

  @Test
  void noMoreThanABoundIsHeld() {
    DirectionReassembly small = new DirectionReassembly(true, told, new Budget(1000));
    for (int i = 1; i < 100; i++) {
      small.data(piece(i, i * 2L, "x"));
    }
    assertThat(told.events).contains("0:gap 2").hasSizeGreaterThan(90 * 2);
  }

  @Test
  void sequenceNumbersWrap() {
    direction.startAt(-2, true);
    direction.data(piece(0, direction.offsetOf(-2), "abcd"));
    direction.data(piece(1, direction.offsetOf(2), "e"));
    assertThat(told.events).containsExactly("0:abcd@0", "4:e@1");
  }

  @Property(tries = 300)
  void anyOrderGivesTheSameBytes(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append((char) ('a' + i % 26));
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 200; i += 5) {
      int from = Math.max(0, i - random.nextInt(5));
      pieces.add(piece(i, from, text.substring(from, Math.min(200, i + 5 + random.nextInt(9)))));
    }
    Collections.shuffle(pieces, random);
    Told events = new Told();
    DirectionReassembly shuffled = new DirectionReassembly(true, events, new Budget(1 << 20));
    pieces.forEach(shuffled::data);
    StringBuilder whole = new StringBuilder();
    events.events.forEach(e -> whole.append(e, e.indexOf(':') + 1, e.indexOf('@')));
    assertThat(whole).hasToString(text.toString());
  }
}
