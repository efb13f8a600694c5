package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wireflight.packet.Decoder;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpAddress;
import wireflight.packet.IpFragment;
import wireflight.packet.IpHeader;
import wireflight.packet.Packet;
import wireflight.packet.SctpChunk;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Discarded;
import wireflight.trace.Event;
import wireflight.trace.Frame;
import wireflight.trace.KernelSample;
import wireflight.trace.Recording;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;

/** What a worker recorded, in words that a test can compare. */
record RecordedRun(Trace trace, WorkerProcess.Exit exit) {

  /** Runs commands in a worker with a network of its own; skips the test where there is none. */
  static RecordedRun of(String... commands) throws IOException {
    assumeTrue(
        OwnNetwork.available(), "needs root or user namespaces to make a network of its own");
    try (WorkerProcess worker = WorkerProcess.start(Network.OWN)) {
      for (String command : commands) {
        worker.call(command);
      }
      worker.end();
      return of(worker);
    }
  }

  /** Runs a lesson, which must succeed. */
  static RecordedRun ofLesson(String lesson) throws IOException {
    RecordedRun run = of("run " + lesson);
    assertThat(run.exit()).isEqualTo(new WorkerProcess.Exit(0, ""));
    assertThat(run.trace().problems()).isEmpty();
    return run;
  }

  /**
   * A run of a built-in lesson that several tests look at. All are made on the first call, some at
   * a time.
   */
  static RecordedRun shared(String lesson) {
    assumeTrue(
        OwnNetwork.available(), "needs root or user namespaces to make a network of its own");
    assumeTrue(lacking(lesson).isEmpty(), lacking(lesson));
    return Objects.requireNonNull(Shared.RUNS.get(lesson)).join();
  }

  /** What this machine lacks for a built-in lesson; empty where nothing. */
  static String lacking(String lesson) {
    if (lesson.startsWith("wire-") && !WorkersWire.isPossible()) {
      return "needs a /dev/net/tun that this user may open";
    }
    return lesson.equals("sctp") && Trial.SCTP.outcome().isPresent()
        ? "needs a kernel with SCTP"
        : "";
  }

  private static final class Shared {
    private static final int AT_ONCE = 3;
    private static final Map<String, CompletableFuture<RecordedRun>> RUNS = new HashMap<>();

    static {
      ExecutorService pool =
          Executors.newFixedThreadPool(
              AT_ONCE, task -> Thread.ofPlatform().daemon().unstarted(task));
      for (Lesson lesson : new Lessons().builtIn()) {
        RUNS.put(lesson.id(), CompletableFuture.supplyAsync(() -> run(lesson.id()), pool));
      }
    }

    private static RecordedRun run(String lesson) {
      try {
        return ofLesson(lesson);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Which of the packets, counted from 1, were lost on purpose. */
  List<Integer> lost() {
    List<Integer> lost = new ArrayList<>();
    int packets = 0;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        packets++;
      } else if (trace.event(row) instanceof Discarded) {
        lost.add(packets + 1);
      }
    }
    return lost;
  }

  /** Reads a worker's recording until it ends. */
  static RecordedRun of(WorkerProcess worker) {
    Recording recording = Recording.follow("the worker");
    recording.readFrom(worker.recording());
    WorkerProcess.Exit exit =
        worker.exit().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    return new RecordedRun(recording.snapshot(), exit);
  }

  /** The packets, each as its sender's name, flags and length: {@code client PA 5}. */
  List<String> packets() {
    Map<String, String> names = names();
    return IntStream.range(0, trace.size())
        .filter(trace::isFrame)
        .mapToObj(row -> describe(trace.frame(row), names))
        .toList();
  }

  /** Where each of {@link #packets()} was captured. */
  List<Integer> capturePoints() {
    return IntStream.range(0, trace.size())
        .filter(trace::isFrame)
        .mapToObj(row -> trace.frame(row).capturePoint())
        .toList();
  }

  /**
   * The calls as they returned: {@code client: send("hello", 5) = 5}, those of one socket if given.
   */
  List<String> calls(String... actors) {
    return events(CallReturned.class)
        .filter(call -> actors.length == 0 || List.of(actors).contains(call.socket().actor()))
        .map(CallReturned::message)
        .toList();
  }

  /** The states that the kernel said a socket was in, each once. */
  List<String> states(String actor) {
    List<String> states = new ArrayList<>();
    events(KernelSample.class)
        .filter(sample -> sample.socket().actor().equals(actor))
        .map(KernelSample::state)
        .forEach(
            state -> {
              if (states.isEmpty() || !states.getLast().equals(state)) {
                states.add(state);
              }
            });
    return states;
  }

  <E extends Event> Stream<E> events(Class<E> kind) {
    return IntStream.range(0, trace.size())
        .filter(row -> !trace.isFrame(row))
        .mapToObj(trace::event)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  // Sockets by their addresses; a connection's own socket before the one that listens.
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    Stream.concat(
            events(CallEntered.class).map(CallEntered::socket),
            events(CallReturned.class).map(CallReturned::socket))
        .filter(socket -> !socket.local().isEmpty())
        .forEach(socket -> names.put(socket.local() + ">" + socket.foreign(), socket.actor()));
    events(KernelSample.class)
        .map(KernelSample::socket)
        .forEach(socket -> names.put(key(socket), socket.actor()));
    return names;
  }

  private static String key(SocketName socket) {
    return socket.local() + ">" + socket.foreign();
  }

  /**
   * Which of {@link #packets()}, counted from 0, sends again the last segment that its sender has
   * sent until then.
   */
  Set<Integer> tailsAgain() {
    Map<List<Object>, Integer> ends = new HashMap<>();
    Set<Integer> again = new HashSet<>();
    List<Frame> frames =
        IntStream.range(0, trace.size()).filter(trace::isFrame).mapToObj(trace::frame).toList();
    for (int i = 0; i < frames.size(); i++) {
      if (decoded(frames.get(i)) instanceof TcpSegment tcp && tcp.payloadLength() > 0) {
        List<Object> sender =
            List.of(
                frames.get(i).capturePoint(),
                tcp.ip().source(),
                tcp.sourcePort(),
                tcp.destinationPort());
        int end = tcp.sequenceNumber() + tcp.payloadLength();
        int beyond = end - ends.getOrDefault(sender, tcp.sequenceNumber());
        if (beyond > 0) {
          ends.put(sender, end);
        } else if (beyond == 0) {
          again.add(i);
        }
      }
    }
    return again;
  }

  private static Packet decoded(Frame frame) {
    return Decoder.decode(frame.linkType().code(), frame.data(), frame.offset(), frame.length());
  }

  private static String describe(Frame frame, Map<String, String> names) {
    Packet packet = decoded(frame);
    return switch (packet) {
      case TcpSegment tcp -> {
        String length = tcp.payloadLength() == 0 ? "" : " " + tcp.payloadLength();
        String flags = TcpFlags.letters(tcp.flags());
        yield sender(tcp.ip(), tcp.sourcePort(), tcp.destinationPort(), names)
            + " "
            + flags
            + length;
      }
      case UdpDatagram udp ->
          sender(udp.ip(), udp.sourcePort(), udp.destinationPort(), names)
              + " UDP "
              + udp.payloadLength();
      case SctpPacket sctp ->
          sender(sctp.ip(), sctp.sourcePort(), sctp.destinationPort(), names)
              + " "
              + SctpChunk.of(sctp, frame.data(), frame.offset(), frame.length()).stream()
                  .map(chunk -> chunk.name() + (chunk.isData() ? " " + chunk.dataLength() : ""))
                  .collect(Collectors.joining(" + "));
      case IcmpMessage icmp -> "ICMP " + icmp.type() + "/" + icmp.code();
      case IpFragment fragment -> "fragment at " + fragment.ip().fragmentOffset();
      default -> packet.toString();
    };
  }

  private static String sender(IpHeader ip, int port, int otherPort, Map<String, String> names) {
    String source = address(ip.source(), port);
    String other = address(ip.destination(), otherPort);
    String everywhere = (ip.source().version() == 6 ? "[::]:" : "0.0.0.0:") + port;
    String name =
        Stream.of(source + ">" + other, source + ">", everywhere + ">")
            .map(names::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return name == null ? ":" + port : name;
  }

  private static String address(IpAddress address, int port) {
    return (address.version() == 6 ? "[" + address + "]" : address.toString()) + ":" + port;
  }
}
