package wireflight.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wireflight.trace.SocketName;

/**
 * The sockets of a program that is watched, each with one name, whoever speaks of it: the kernel's
 * table knows a socket by its inode and addresses, the calls by a process's descriptor.
 * Thread-safe.
 */
final class ProgramSockets {
  private static final String DEVICE = "this machine";

  private final ProgramNames names;
  private final List<Known> sockets = new ArrayList<>();
  private final Map<String, Known> byDescriptor = new HashMap<>();
  private final Map<Long, Known> byInode = new HashMap<>();
  private final Map<String, Known> byAddresses = new HashMap<>();
  private final Map<String, Integer> generations = new HashMap<>();

  ProgramSockets(ProgramNames names) {
    this.names = names;
  }

  /**
   * What somebody says of a socket.
   *
   * @param transport {@code tcp}, {@code udp} or {@code sctp}
   * @param inode 0 where not said
   * @param local as {@code ss} prints it; empty where it has none, or it is not said
   * @param foreign likewise
   */
  record Said(String transport, long inode, String local, String foreign) {
    private String addresses() {
      return foreign.isEmpty() ? "" : transport + " " + local + ">" + foreign;
    }

    private String listener() {
      return transport + " " + local;
    }
  }

  /** A socket with its name. */
  static final class Known {
    private final String actor;
    private final int process;
    private final String transport;
    private long inode;
    private String local = "";
    private String foreign = "";
    private boolean closed;

    private Known(String actor, int process, String transport) {
      this.actor = actor;
      this.process = process;
      this.transport = transport;
    }

    private boolean fits(Said said) {
      return transport.equals(said.transport)
          && (inode == 0 || said.inode == 0 || inode == said.inode)
          && agree(port(local), port(said.local))
          && agree(foreign, said.foreign);
    }

    private static boolean agree(String known, String said) {
      return known.isEmpty() || said.isEmpty() || known.equals(said);
    }

    // A socket that becomes connected trades the wildcard for the address it really uses.
    private static String port(String address) {
      return address.substring(address.lastIndexOf(':') + 1);
    }
  }

  /** The socket that a call has just given a process. */
  synchronized Known opened(int process, int descriptor, Said said) {
    Known known = said.inode == 0 ? null : byInode.get(said.inode);
    if (known == null && !said.foreign.isEmpty()) {
      known = byAddresses.get(said.addresses());
    }
    if (known == null || known.closed) {
      known = add(process, descriptor, said);
    }
    byDescriptor.put(key(process, descriptor), known);
    learn(known, said);
    return known;
  }

  /** The socket that a process has under a descriptor. */
  synchronized Known at(int process, int descriptor, Said said) {
    Known known = byDescriptor.get(key(process, descriptor));
    if (known == null || known.closed || !known.fits(said)) {
      // Inherited from another process, perhaps, which may have closed its own descriptor since.
      known = find(said).orElse(null);
      if (known == null) {
        known = add(process, descriptor, said);
      }
      known.closed = false;
      byDescriptor.put(key(process, descriptor), known);
    }
    learn(known, said);
    return known;
  }

  /** A socket that somebody has spoken of before, perhaps closed meanwhile. */
  synchronized Optional<Known> find(Said said) {
    Known known = said.inode == 0 ? null : byInode.get(said.inode);
    if (known == null) {
      known = byAddresses.get(said.foreign.isEmpty() ? said.listener() : said.addresses());
    }
    if (known == null || !known.fits(said)) {
      return Optional.empty();
    }
    learn(known, said);
    return Optional.of(known);
  }

  /**
   * A process has closed its descriptor of a socket; the connection may go on for a while. By the
   * time that close returns, another thread may have been given the same descriptor for another
   * socket, which stays.
   */
  synchronized void closed(int process, int descriptor, Known known) {
    byDescriptor.remove(key(process, descriptor), known);
    if (!byDescriptor.containsValue(known)) {
      known.closed = true;
    }
  }

  /** The name of a socket for a row about it. */
  synchronized SocketName name(Known socket, int process) {
    return new SocketName(
        DEVICE, process, socket.actor, socket.transport, socket.local, socket.foreign);
  }

  /** The name of a socket, of the process that made it. */
  SocketName name(Known socket) {
    return name(socket, socket.process);
  }

  /** How many sockets there were. */
  synchronized int count() {
    return sockets.size();
  }

  private Known add(int process, int descriptor, Said said) {
    String name = names.of(process) + " fd " + descriptor;
    int generation = generations.merge(name, 1, Integer::sum);
    Known known =
        new Known(generation == 1 ? name : name + " (" + generation + ")", process, said.transport);
    sockets.add(known);
    return known;
  }

  private void learn(Known known, Said said) {
    if (said.inode != 0) {
      known.inode = said.inode;
      byInode.put(said.inode, known);
    }
    if (!said.local.isEmpty()) {
      known.local = said.local;
    }
    if (!said.foreign.isEmpty()) {
      known.foreign = said.foreign;
      byAddresses.put(said.addresses(), known);
    } else if (!known.local.isEmpty() && known.foreign.isEmpty()) {
      byAddresses.put(said.transport + " " + known.local, known);
    }
  }

  private static String key(int process, int descriptor) {
    return process + " " + descriptor;
  }
}
