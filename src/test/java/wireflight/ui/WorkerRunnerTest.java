package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.lab.Bounds;
import wireflight.lab.Lesson;
import wireflight.lab.LessonParser;
import wireflight.lab.Lessons;
import wireflight.lab.Network;

/** The window with a real worker: real sockets, really captured. */
@Isolated("it kills every process that this one has started")
class WorkerRunnerTest {
  private WindowFixture fixture;

  @BeforeEach
  void open() {
    assumeTrue(ownNetwork(), "needs a network of its own to capture on (unshare --net)");
    fixture =
        new WindowFixture(
            1000, 780, false, new Lessons().builtIn(), Optional.of(new WorkerRunner(Network.OWN)));
  }

  @AfterEach
  void close() {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void theHandshakeRunsAndCanBeRunAgain() {
    for (int time = 0; time < 2; time++) {
      fx(() -> fixture.window.session().runs().run());
      await(() -> shown().live());
      await(() -> !shown().live());
      assertThat(fx(() -> shown().notice())).isNull();
      Showing showing = fx(() -> shown().showing());
      assertThat(showing).isNotNull();
      assertThat(showing.analysis().connections())
          .singleElement()
          .satisfies(
              tcp -> {
                assertThat(tcp.transport()).isEqualTo(Transport.TCP);
                assertThat(tcp.clientState()).isEqualTo(TcpState.TIME_WAIT);
              });
    }
  }

  @Test
  void aKilledWorkerIsToldOfAndTheNextRunWorks(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("long.md");
    Files.writeString(file, "# Long\nIt waits.\n```sockets\nserver = socket tcp\nwait 20s\n```\n");
    Lesson waiting = new LessonParser(Bounds.USUAL).parse(file);
    fx(
        () -> {
          fixture.window.session().runs().choose(waiting);
          fixture.window.session().runs().run();
        });
    await(() -> shown().live() && shown().timeline().steps() > 0);
    // The one that runs, and the warm one too: both are gone.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    await(() -> !shown().live() && shown().notice() != null);
    assertThat(fixture.text("#message")).contains("killed by signal 9");
    assertThat(fx(() -> shown().timeline().steps())).isPositive();
    fx(
        () -> {
          fixture.window.session().runs().choose(new Lessons().builtIn().getFirst());
          fixture.window.session().runs().run();
        });
    await(() -> shown().live());
    await(() -> !shown().live());
    assertThat(fx(() -> shown().notice())).isNull();
    assertThat(fx(() -> shown().timeline().steps())).isGreaterThan(20);
  }

  static boolean ownNetwork() {
    try {
      return new ProcessBuilder("unshare", "--user", "--map-root-user", "--net", "true")
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void aProgramOfOnesOwnIsWatchedAndStoppedLeavingNothing(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("chat.py"),
        """
        import os, socket, time
        server = socket.socket(); server.bind(("127.0.0.1", 8080)); server.listen()
        client = socket.create_connection(("127.0.0.1", 8080))
        client.sendall(b"hello")
        open("part", "w").write(str(os.getpid()))
        os.rename("part", "pid")
        time.sleep(1000)
        """);
    fixture.dialogs.program = Optional.of(new Dialogs.Program("python3 chat.py", folder));
    fx(() -> fixture.window.session().files().program());
    await(
        () -> {
          Showing now = shown().showing();
          return shown().live() && now != null && now.analysis().connections().size() == 1;
        });
    await(() -> Files.exists(folder.resolve("pid")));
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")));
    ProcessHandle program = ProcessHandle.of(pid).orElseThrow();
    fx(() -> fixture.window.session().runs().run()); // which stops it
    await(() -> !shown().live());
    program.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
