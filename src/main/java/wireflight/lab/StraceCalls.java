package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;

/**
 * Turns the system calls that strace tells of into calls of the sockets API: {@code read} on a
 * socket is a recv, {@code accept4} an accept. Calls on anything but internet sockets only tell
 * which threads and programs there are. One thread uses it.
 */
final class StraceCalls implements StraceLines.Listener {
  /** What to have strace trace; a question mark where some machines lack the call. */
  static final String TRACED =
      "socket,bind,listen,accept,accept4,connect,sendto,sendmsg,recvfrom,recvmsg,shutdown,"
          + "setsockopt,close,read,readv,write,writev,sendfile,"
          + "execve,clone,?clone3,?fork,?vfork";

  private static final Pattern RESULT = Pattern.compile("(-?\\d+)(?:<.*>)?(?: (E[A-Z0-9]+)\\b.*)?");
  private static final Pattern ENTRY_FLAGS =
      Pattern.compile("\\|?\\bSOCK_CLOEXEC\\b|, IPPROTO_(IP|TCP|UDP)$");

  private final ProgramSockets sockets;
  private final ProgramNames names;
  private final Consumer<Event> events;
  private final Map<Integer, Integer> processes = new HashMap<>();
  private final Map<Integer, Open> open = new HashMap<>();
  private long calls;

  StraceCalls(ProgramSockets sockets, ProgramNames names, Consumer<Event> events) {
    this.sockets = sockets;
    this.names = names;
    this.events = events;
  }

  /** A call that has not returned. */
  private record Open(
      long number,
      String system,
      SocketCallText call,
      int descriptor,
      ProgramSockets.Known socket) {}

  /** How many calls were told of. */
  long count() {
    return calls;
  }

  @Override
  public void entered(int thread, long time, String name, String arguments) {
    Open restarted = open.get(thread);
    if (restarted != null && restarted.system.equals(name)) {
      return; // a signal came in between, and the kernel makes the call again
    }
    open.remove(thread);
    Optional<StraceText.Descriptor> on = StraceText.descriptor(arguments);
    if (on.isEmpty()) {
      return; // of socket(2) too, which has a socket only once it has returned
    }
    int process = process(thread);
    StraceText.Descriptor descriptor = on.get();
    ProgramSockets.Known socket = sockets.at(process, descriptor.number(), descriptor.socket());
    SocketCallText call = SocketCallText.of(name, descriptor);
    Open entered = new Open(++calls, name, call, descriptor.number(), socket);
    open.put(thread, entered);
    events.accept(
        new CallEntered(
            time, entered.number, sockets.name(socket, process), call.name(), call.arguments()));
  }

  @Override
  public void returned(int thread, long time, String name, String arguments, String result) {
    Matcher parts = RESULT.matcher(result);
    if (!parts.matches()) {
      return; // a question mark: the thread ended in it, or it is made again
    }
    long value = Long.parseLong(parts.group(1));
    @Nullable String error = parts.group(2);
    String errno = error == null ? "" : error;
    switch (name) {
      case "socket" -> socket(thread, time, arguments, result, errno);
      case "execve" -> {
        if (errno.isEmpty()) {
          names.runs(process(thread), StraceText.strings(argument(arguments, 1)));
        }
      }
      case "clone", "clone3", "fork", "vfork" -> started(thread, (int) value, arguments);
      default -> returned(thread, time, arguments, result, value, errno);
    }
  }

  private void socket(int thread, long time, String arguments, String result, String errno) {
    Optional<StraceText.Descriptor> made = StraceText.descriptor(result);
    if (made.isEmpty()) {
      return; // not of the internet, or none at all
    }
    int process = process(thread);
    ProgramSockets.Known socket = sockets.opened(process, made.get().number(), made.get().socket());
    String text = ENTRY_FLAGS.matcher(arguments).replaceAll("");
    // It never waits: its entry is told when it is known to be about the internet.
    long number = ++calls;
    events.accept(new CallEntered(time, number, sockets.name(socket, process), "socket", text));
    events.accept(
        new CallReturned(
            time, number, sockets.name(socket, process), "socket", text, "", "", errno));
  }

  private void started(int thread, int child, String arguments) {
    if (child > 0) {
      processes.put(child, arguments.contains("CLONE_THREAD") ? process(thread) : child);
    }
  }

  private void returned(
      int thread, long time, String arguments, String result, long value, String errno) {
    Open call = open.remove(thread);
    Optional<StraceText.Descriptor> on = StraceText.descriptor(arguments);
    if (call == null || on.isEmpty()) {
      return;
    }
    int process = process(thread);
    SocketCallText text = SocketCallText.of(call.system, on.get());
    String given = "";
    String data = "";
    if (errno.isEmpty()) {
      switch (text.name()) {
        case "accept" -> given = accepted(process, result);
        case "close" -> sockets.closed(process, call.descriptor, call.socket);
        case "bind" -> bound(process, call, on.get());
        case "recv", "recvfrom" -> {
          given = value + (text.from().isEmpty() ? "" : " from " + text.from());
          data = text.data();
        }
        case "send", "sendto" -> given = String.valueOf(value);
        default -> {}
      }
    }
    events.accept(
        new CallReturned(
            time,
            call.number,
            sockets.name(call.socket, process),
            call.call.name(),
            text.arguments(),
            given,
            data,
            errno));
  }

  private String accepted(int process, String result) {
    return StraceText.descriptor(result)
        .map(peer -> sockets.opened(process, peer.number(), peer.socket()))
        .map(peer -> sockets.name(peer).actor())
        .orElse("");
  }

  private void bound(int process, Open call, StraceText.Descriptor on) {
    String local = StraceText.address(on.rest());
    if (!local.isEmpty() && !local.endsWith(":0")) {
      ProgramSockets.Said said = on.socket();
      var _ =
          sockets.at(
              process,
              call.descriptor,
              new ProgramSockets.Said(said.transport(), said.inode(), local, said.foreign()));
    }
  }

  /** The process that a thread belongs to. */
  private int process(int thread) {
    return processes.computeIfAbsent(thread, StraceCalls::threadGroup);
  }

  private static int threadGroup(int thread) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + thread + "/status"))) {
        if (line.startsWith("Tgid:")) {
          return Integer.parseInt(line.substring(5).strip());
        }
      }
    } catch (IOException e) {
      // It has ended already; most often it was a process of its own.
      return thread;
    }
    return thread;
  }

  private static String argument(String arguments, int index) {
    List<String> all = StraceText.arguments(arguments);
    return index < all.size() ? all.get(index) : "";
  }
}
