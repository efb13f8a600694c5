package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a parent is killed, and its child must notice. */
@Timeout(60)
class ParentWatchTest {
  @Test
  void aChildNoticesThatItsParentWasKilled(@TempDir Path folder) throws Exception {
    // A file, since Java closes a pipe as soon as the process it started has ended.
    Path said = folder.resolve("said");
    Process parent =
        new ProcessBuilder(java(Parent.class.getName(), said.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      parent.destroyForcibly().waitFor();
      child.onExit().join();
      assertThat(Files.readString(said)).isEqualTo("noticed\n");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aParentThatIsGoneAlreadyIsNoticedAtOnce() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    ParentWatch.start(Long.MAX_VALUE >> 33, noticed::countDown); // no such process
    assertThat(noticed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static List<String> java(String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path")),
            Stream.of(arguments))
        .toList();
  }

  /** Starts the child, says its number, and stays. */
  static final class Parent {
    public static void main(String[] arguments) throws IOException {
      String self = String.valueOf(ProcessHandle.current().pid());
      Process child =
          new ProcessBuilder(java(Child.class.getName(), self))
              .redirectOutput(new File(arguments[0]))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      System.out.println(child.pid());
      block(System.in);
    }
  }

  /** Watches its parent and says when it is gone. */
  static final class Child {
    public static void main(String[] arguments) throws InterruptedException {
      ParentWatch.start(
          Long.parseLong(arguments[0]),
          () -> {
            System.out.println("noticed");
            Runtime.getRuntime().halt(0);
          });
      Thread.currentThread().join(); // for ever
    }
  }

  private static void block(InputStream input) throws IOException {
    while (input.read() >= 0) {
      // nothing comes: the test holds the other end
    }
  }
}
