package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, some of which are killed, and one folder in which they make theirs. */
@Timeout(60)
class TemporaryFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @Test
  void aProcessThatEndsLeavesNothing() throws Exception {
    Process process = start(folder);
    Path own = own(process);
    assertThat(own).isDirectory().hasParent(folder);
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKilledOneLeftGoesWhenTheNextComesAndNothingElseDoes() throws Exception {
    Path others = Files.createDirectory(folder.resolve("wireflight-tmp-of-somebody"));
    Files.writeString(others.resolve("notes"), "mine");
    Process first = start(folder);
    Process second = start(folder);
    Path killed = own(first);
    Path living = own(second);
    first.destroyForcibly().waitFor();
    assertThat(killed.resolve("within/file")).exists();
    Process third = start(folder);
    Path own = own(third);
    assertThat(killed).doesNotExist();
    assertThat(living.resolve("within/file")).exists();
    assertThat(own.resolve("within/file")).exists();
    for (Process each : List.of(second, third)) {
      each.getOutputStream().close();
      assertThat(each.waitFor()).isZero();
    }
    assertThat(folder).isDirectoryContaining(others::equals);
    assertThat(others.resolve("notes")).hasContent("mine");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(others);
    }
  }

  @Test
  void theFolderOfTheStarterIsSharedAndStaysUntilItEnds() throws Exception {
    Process starter = start(folder);
    Path own = own(starter);
    Process started = start(own);
    assertThat(own(started)).isEqualTo(own);
    started.getOutputStream().close();
    assertThat(started.waitFor()).isZero();
    assertThat(own.resolve("within/file")).exists();
    starter.getOutputStream().close();
    assertThat(starter.waitFor()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  /** One that looks for what killed ones left may find a folder in the moment it is made. */
  @Test
  void whoseFolderIsJustBeingTakenForSomethingLeftMakesItAnew() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc");
    Path given = Files.createDirectory(folder.resolve("wireflight-tmp-given"));
    Path file = given.resolve("lock");
    Process process;
    try (FileChannel lock =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock _ = lock.lock();
      process = start(given);
      while (!hasOpen(process, file)) {
        Thread.onSpinWait();
      }
      Files.delete(file);
    }
    try {
      Files.delete(given);
    } catch (DirectoryNotEmptyException takenIntoUse) {
      assertThat(file).exists();
    }
    assertThat(own(process)).isEqualTo(given);
    assertThat(given.resolve("within/file")).exists();
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  private static boolean hasOpen(Process process, Path file) throws IOException {
    assertThat(process.isAlive()).isTrue();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return open.anyMatch(
          each -> {
            try {
              return Files.readSymbolicLink(each).equals(file);
            } catch (IOException closedMeanwhile) {
              return false;
            }
          });
    }
  }

  @Test
  void oneThatIsToldThatItsStarterWasKilledRemovesTheFolderOfBoth() throws Exception {
    Process starter = start(folder);
    Path own = own(starter);
    starter.destroyForcibly().waitFor();
    Process started = start(own, "starter is gone");
    assertThat(own(started)).isEqualTo(own);
    started.waitFor();
    assertThat(folder).isEmptyDirectory();
  }

  private static Process start(Path temporary, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Child.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Path own(Process process) throws IOException {
    return Path.of(process.inputReader().readLine());
  }

  /** Makes its folder and a file in it, says where, and waits for the end of its input. */
  static final class Child {
    public static void main(String[] arguments) throws IOException {
      Path own = TemporaryFolder.own();
      Path within = Files.createDirectories(own.resolve("within"));
      Files.writeString(within.resolve("file"), "temporary");
      System.out.println(own);
      if (arguments.length > 0) {
        TemporaryFolder.removeGiven();
        Runtime.getRuntime().halt(1);
      }
      int ignored = System.in.read();
      assert ignored < 0;
    }
  }
}
