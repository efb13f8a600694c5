package wireflight.lab;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process has a socket, and under which descriptor: read from {@code /proc}, among the
 * processes in this process's network. One thread uses it.
 */
final class SocketOwners {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");

  private final Map<Long, Owner> owners = new HashMap<>();

  /**
   * A process that has a socket.
   *
   * @param process its identifier
   * @param descriptor the number under which it has it, the lowest of several
   */
  record Owner(int process, int descriptor) {}

  /** Who has a socket, as of the last {@link #look}. */
  Optional<Owner> of(long inode) {
    return Optional.ofNullable(owners.get(inode));
  }

  /** Looks through the processes again. */
  void look() {
    owners.clear();
    Path own = network(Path.of("/proc/self"));
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (own.equals(network(process))) {
          descriptors(process);
        }
      }
    } catch (IOException e) {
      // Without /proc nobody tells.
      return;
    }
  }

  private void descriptors(Path process) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
        if (socket.matches()) {
          Owner owner = new Owner(number(process), number(file));
          owners.merge(
              Long.valueOf(socket.group(1)),
              owner,
              (one, other) -> one.descriptor <= other.descriptor ? one : other);
        }
      }
    } catch (IOException e) {
      // The process has ended meanwhile, or is another user's.
      return;
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(String.valueOf(file.getFileName()));
  }

  private static Path network(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("ns/net"));
    } catch (IOException e) {
      return process; // not to be known, so not this one
    }
  }
}
