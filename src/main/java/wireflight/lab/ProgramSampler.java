package wireflight.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import wireflight.trace.KernelSample;
import wireflight.trace.OrderedWriter;

/**
 * Looks at the kernel's table of TCP sockets at each packet and call and now and then, and tells
 * what is new in it, and which process has which socket.
 */
final class ProgramSampler implements AutoCloseable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** On a machine with a large table each look takes long: how many times as long the pause is. */
  private static final int PAUSE = 2;

  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private static final String CLOSED = "CLOSED";

  private final OrderedWriter rows;
  private final ProgramSockets sockets;
  private final SocketOwners owners = new SocketOwners();
  private final Map<ProgramSockets.Known, TcpInfo> latest = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("sampler").unstarted(this::look);
  private final Phaser looks = new Phaser(1);
  private volatile boolean stopped;
  private volatile boolean quiet;

  /** Begins to look, in the network of the calling thread. */
  ProgramSampler(OrderedWriter rows, ProgramSockets sockets) {
    this.rows = rows;
    this.sockets = sockets;
    thread.start();
  }

  private void look() {
    try (SocketDump dump = new SocketDump()) {
      while (!stopped) {
        long start = System.nanoTime();
        try (OrderedWriter.Hold before = rows.hold()) {
          tell(dump, before.time());
        }
        quiet = latest.values().stream().noneMatch(TcpInfo::awaitsAcknowledgment);
        looks.arrive();
        long took = System.nanoTime() - start;
        // A wake-up that came meanwhile ends the pause at once.
        LockSupport.parkNanos(Math.clamp(PAUSE * took, LOOK_NANOS, LONGEST_PAUSE));
      }
    }
  }

  private void tell(SocketDump dump, long before) {
    Set<ProgramSockets.Known> gone = new HashSet<>(latest.keySet());
    boolean looked = false;
    var table = dump.rows();
    long after = Clocks.now();
    for (SocketDump.Row row : table) {
      ProgramSockets.Said said =
          new ProgramSockets.Said("tcp", row.inode(), row.local(), row.foreign());
      Optional<ProgramSockets.Known> socket = sockets.find(said);
      if (socket.isEmpty() && row.inode() != 0) {
        if (owners.of(row.inode()).isEmpty() && !looked) {
          owners.look();
          looked = true;
        }
        socket =
            owners
                .of(row.inode())
                .map(owner -> sockets.at(owner.process(), owner.descriptor(), said));
      }
      // One that waits to be accepted is nobody's yet.
      if (socket.isPresent()) {
        gone.remove(socket.get());
        tell(before, after, socket.get(), row.info());
      }
    }
    for (ProgramSockets.Known socket : gone) {
      tell(before, after, socket, TcpInfo.stateOnly(CLOSED));
      latest.remove(socket);
    }
  }

  private void tell(long before, long after, ProgramSockets.Known socket, TcpInfo now) {
    if (now.equals(latest.put(socket, now))) {
      return;
    }
    rows.add(
        new KernelSample(
            before,
            after,
            sockets.name(socket),
            now.state(),
            now.congestionWindow(),
            now.slowStartThreshold(),
            now.roundTripMicros(),
            now.retransmitTimeoutMicros(),
            now.unacknowledged(),
            now.retransmits()));
  }

  /**
   * Waits until nothing that was sent waits to be acknowledged any more, as far as a whole look
   * from now on tells; at most so long.
   */
  void awaitQuiet(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    int begun = 0;
    while ((begun < 2 || !quiet) && System.nanoTime() - start < nanos) {
      looks.awaitAdvanceInterruptibly(looks.getPhase());
      begun++;
    }
  }

  /** Something has happened that may show in the table. Any thread may say so. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /** Looks no more; when this returns, everything was told. */
  @Override
  public void close() {
    stopped = true;
    wake();
    Processes.join(thread);
  }
}
