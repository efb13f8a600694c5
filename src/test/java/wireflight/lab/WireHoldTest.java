package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Event;
import wireflight.trace.LessonStep;
import wireflight.trace.Recording;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/** A person holds the network in the hand while two kernels talk over it. */
@Timeout(60)
class WireHoldTest {
  @Test
  void aHeldSynIsSentAgainAndWhatIsReleasedArrives() throws Exception {
    assumeTrue(OwnNetwork.available(), "needs root or user namespaces");
    WorkersWire.assumePossible();
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("held");
      InputStream in = worker.recording();
      worker.byHand();
      worker.call("wire hold");
      worker.call("server = socket tcp on device 2");
      worker.call("server bind :8080");
      worker.call("server listen 5");
      worker.call("client = socket tcp on device 1");
      worker.call("client connect server");
      // The kernel's timer goes on: after a second the SYN comes again.
      await(in, recording, verdicts -> count(verdicts, Fate.HELD) >= 2);
      worker.now("wire discard 2");
      worker.now("wire release 1");
      await(in, recording, verdicts -> count(verdicts, Fate.DELIVERED) == 1);
      worker.now("wire flow");
      await(in, recording, verdicts -> count(verdicts, Fate.DELIVERED) >= 3);
      worker.call("client close");
      worker.end();
      recording.readFrom(in);
      Trace trace = recording.snapshot();
      Analysis analysis = Analyzer.analyze(trace);
      Timeline timeline = TimelineBuilder.build(analysis);
      List<Moment.Flight> flights =
          timeline.momentsBetween(1, timeline.steps()).stream()
              .filter(Moment.Flight.class::isInstance)
              .map(Moment.Flight.class::cast)
              .toList();
      // The first SYN was a second on its way, and is not lost; the second is, by hand.
      assertThat(flights.get(0).lost()).isFalse();
      assertThat(flights.get(0).note()).contains("released");
      assertThat(flights.get(0).arrival() - flights.get(0).time())
          .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
      assertThat(flights.get(1).head()).isEqualTo("SYN");
      assertThat(flights.get(1).lost()).isTrue();
      assertThat(flights.get(1).note()).contains("dropped: by hand");
    }
  }

  @Test
  void theNextOfTwoHeldPacketsCanGoFirst() throws Exception {
    assumeTrue(OwnNetwork.available(), "needs root or user namespaces");
    WorkersWire.assumePossible();
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("swapped");
      InputStream in = worker.recording();
      worker.byHand();
      worker.call("wire hold");
      worker.call("server = socket udp on device 2");
      worker.call("server bind :9000");
      worker.call("client = socket udp on device 1");
      worker.call("client sendto server \"one\"");
      worker.call("client sendto server \"three\"");
      await(in, recording, verdicts -> count(verdicts, Fate.HELD) == 2);
      worker.now("wire swap 2"); // nothing is held after it, so it stays
      worker.now("wire swap");
      await(in, recording, verdicts -> count(verdicts, Fate.DELIVERED) == 2);
      worker.end();
      recording.readFrom(in);
      assertThat(
              verdicts(recording.snapshot()).stream()
                  .filter(verdict -> verdict.fate() == Fate.DELIVERED)
                  .map(WireVerdict::packet))
          .containsExactly(2L, 1L);
    }
  }

  @Test
  void aLessonDoesNotEndWhileSomebodyHasItsPacketsInHand(@TempDir Path folder) throws Exception {
    assumeTrue(OwnNetwork.available(), "needs root or user namespaces");
    WorkersWire.assumePossible();
    Path lesson =
        held(
            folder,
            """
            wire hold
            server = socket udp on device 2
            server bind :9000
            client = socket udp on device 1
            client sendto server "one"
            """);
    try (WorkerProcess alone = WorkerProcess.start(Network.OWN)) {
      alone.run(lesson.toString());
      alone.end();
      Recording recording = Recording.follow("nobody decides");
      recording.readFrom(alone.recording());
      assertThat(verdicts(recording.snapshot()))
          .extracting(WireVerdict::fate)
          .containsExactly(Fate.HELD);
    }
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("somebody decides");
      worker.attended();
      worker.run(lesson.toString());
      worker.end();
      await(worker.recording(), recording, verdicts -> count(verdicts, Fate.HELD) == 1);
      worker.now("wire release 1");
      recording.readFrom(worker.recording());
      assertThat(verdicts(recording.snapshot()))
          .extracting(WireVerdict::fate)
          .containsExactly(Fate.HELD, Fate.DELIVERED);
    }
  }

  @Test
  void whatComesNextIsToldWhenThePacketsInHandLetItCome(@TempDir Path folder) throws Exception {
    assumeTrue(OwnNetwork.available(), "needs root or user namespaces");
    WorkersWire.assumePossible();
    Path lesson =
        held(
            folder,
            """
            wire hold
            server = socket tcp on device 2
            server bind :8080
            server listen 5
            client = socket tcp on device 1
            client connect server
            ```
            Now they are connected.
            ```sockets
            client close
            """);
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      Recording recording = Recording.follow("told late");
      worker.attended();
      worker.run(lesson.toString());
      worker.end();
      await(worker.recording(), recording, verdicts -> count(verdicts, Fate.HELD) == 2);
      worker.now("wire flow");
      recording.readFrom(worker.recording());
      List<String> told =
          IntStream.range(0, recording.snapshot().size())
              .filter(row -> !recording.snapshot().isFrame(row))
              .mapToObj(recording.snapshot()::event)
              .map(WireHoldTest::stepOrArrival)
              .filter(line -> !line.isEmpty())
              .distinct()
              .toList();
      assertThat(told).containsExactly("step 1", "delivered", "step 2");
    }
  }

  /** A lesson of some calls, in a file. */
  private static Path held(Path folder, String calls) throws IOException {
    String text = "# Held\n```sockets\n" + calls + "```\n";
    return Files.writeString(folder.resolve("held.md"), text);
  }

  private static String stepOrArrival(Event event) {
    return switch (event) {
      case LessonStep step -> "step " + step.step();
      case WireVerdict verdict when verdict.fate() == Fate.DELIVERED -> "delivered";
      default -> "";
    };
  }

  private static long count(List<WireVerdict> verdicts, Fate fate) {
    return verdicts.stream().filter(verdict -> verdict.fate() == fate).count();
  }

  /** Reads on until what has come says so; each read waits for more. */
  private static void await(
      InputStream in, Recording recording, Predicate<List<WireVerdict>> enough) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (!enough.test(verdicts(recording.snapshot()))) {
      int count = in.read(buffer);
      assertThat(count).as("the worker goes on").isPositive();
      recording.append(ByteBuffer.wrap(buffer, 0, count));
    }
  }

  private static List<WireVerdict> verdicts(Trace trace) {
    return IntStream.range(0, trace.size())
        .filter(row -> !trace.isFrame(row))
        .mapToObj(trace::event)
        .filter(WireVerdict.class::isInstance)
        .map(WireVerdict.class::cast)
        .toList();
  }
}
