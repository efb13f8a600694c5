package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.lab.Network;

/** Workers are real processes: none may be left over. */
@Isolated("it counts the processes that this one has started")
@Timeout(120)
class WarmWorkerTest {
  private final Set<Long> before = children().map(ProcessHandle::pid).collect(Collectors.toSet());
  private final Lesson lesson = new Lessons().builtIn().getFirst();

  @Test
  void aRunThatIsCancelledWhileItsWorkerStartsLeavesNoProcess() throws Exception {
    WorkerRunner runner = new WorkerRunner(Network.BEST);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> runner.start(lesson)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    Runner.Run next = runner.start(lesson); // so the cancelled one has started, too
    runner.close();
    next.recording().readAllBytes();
    assertThat(next.ending()).isNotNull();
    for (ProcessHandle each : started()) {
      each.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  @Test
  void aClosedRunnerRunsNothing() {
    WorkerRunner runner = new WorkerRunner(Network.BEST);
    runner.close();
    assertThatThrownBy(() -> runner.start(lesson)).isInstanceOf(IOException.class);
    for (ProcessHandle each : started()) {
      each.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private List<ProcessHandle> started() {
    return children().filter(each -> !before.contains(each.pid())).toList();
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children();
  }
}
