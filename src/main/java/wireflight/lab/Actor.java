package wireflight.lab;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import wireflight.trace.SocketName;

/**
 * A named socket with its own thread, on which all its calls are made one after another.
 *
 * <p>The socket is closed and looked at under a lock, because a descriptor that was just closed may
 * already be another's. Any thread may ask for its names.
 */
final class Actor {
  /** How often a socket that changed its state meanwhile is looked at again. */
  private static final int LOOKS = 4;

  private final Residence residence;
  private final String name;
  private final SocketKind kind;
  private final Sockets sockets;
  private final ExecutorService thread;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile int descriptor = -1;
  private volatile SocketName names;

  /**
   * An actor without a socket yet.
   *
   * @param enter is run first on its thread: brings it to its device
   */
  Actor(
      String name,
      SocketKind kind,
      Sockets sockets,
      Residence residence,
      int process,
      Runnable enter) {
    this.residence = residence;
    this.name = name;
    this.kind = kind;
    this.sockets = sockets;
    this.names = new SocketName(residence.name(), process, name, kind.transport(), "", "");
    this.thread =
        Executors.newSingleThreadExecutor(
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("actor " + name)
                    .unstarted(
                        () -> {
                          enter.run();
                          task.run();
                        }));
  }

  String name() {
    return name;
  }

  Sockets sockets() {
    return sockets;
  }

  Residence residence() {
    return residence;
  }

  SocketKind kind() {
    return kind;
  }

  /** Its names as they were after its latest call. */
  SocketName names() {
    return names;
  }

  /** The socket; -1 while there is none. */
  int descriptor() {
    return descriptor;
  }

  boolean isOpen() {
    return descriptor >= 0;
  }

  void submit(Runnable call) {
    thread.execute(call);
  }

  /** Takes the socket that {@code socket} or {@code accept} gave. */
  void opened(int socket) {
    descriptor = socket;
    refresh();
  }

  /** Asks for its names again. */
  void refresh() {
    if (descriptor >= 0) {
      names = namesNow();
    }
  }

  private SocketName namesNow() {
    return new SocketName(
        names.device(),
        names.process(),
        name,
        names.transport(),
        sockets.localName(descriptor),
        sockets.foreignName(descriptor));
  }

  /** Asks for its names again, from another thread than its own. */
  void refreshUnlessClosing() {
    if (lock.tryLock()) {
      try {
        refresh();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Makes the call close; its names stay. */
  Outcome close() {
    lock.lock();
    try {
      int socket = descriptor;
      descriptor = -1;
      return sockets.close(socket);
    } finally {
      lock.unlock();
    }
  }

  /** What the kernel knows of it, unless it is being closed at this moment. */
  Optional<TcpInfo> tcpInfo() {
    if (!lock.tryLock()) {
      return Optional.empty();
    }
    try {
      return descriptor < 0 ? Optional.empty() : sockets.tcpInfo(descriptor);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the kernel knows of it and the names it had then: a connection that ends takes its names
   * with it, so they belong together only where the state was the same before and after them. Empty
   * while the socket is being closed, or changes faster than it can be looked at.
   */
  Optional<Look> look() {
    if (!lock.tryLock()) {
      return Optional.empty();
    }
    try {
      for (int attempt = 0; attempt < LOOKS && descriptor >= 0; attempt++) {
        Optional<TcpInfo> before = sockets.tcpInfo(descriptor);
        SocketName then = namesNow();
        Optional<TcpInfo> after = sockets.tcpInfo(descriptor);
        if (before.map(TcpInfo::state).equals(after.map(TcpInfo::state))) {
          if (names.foreign().isEmpty()) {
            names = then; // a connect under way has given it an address already
          }
          return after.map(info -> new Look(then, info));
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the kernel said of a socket at one moment.
   *
   * @param names its names at that moment
   * @param info what it said
   */
  record Look(SocketName names, TcpInfo info) {}

  /** The state that the kernel says the connection between its addresses is in. */
  Optional<String> state() {
    return sockets.state(names.local(), names.foreign());
  }

  /** Ends the socket and whatever call it is still in, leaving nothing behind in the kernel. */
  void abandon() {
    if (descriptor >= 0) {
      sockets.setOption(descriptor, SocketOption.LINGER, 0);
      sockets.shutdown(descriptor, Call.Direction.BOTH);
      close();
    }
    thread.shutdown();
  }
}
