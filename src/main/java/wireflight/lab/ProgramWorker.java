package wireflight.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import wireflight.capture.CaptureException;
import wireflight.capture.SystemCall;

/**
 * The worker that watches somebody's own program: it makes the network, runs the program in it, and
 * writes the recording.
 *
 * <p>Exit code 0: the program's was 0; 1: it was not, or something went wrong, and standard error
 * says what; 3: nothing could be captured here.
 */
final class ProgramWorker {
  /** The recording goes to standard output, and what the program writes to standard error. */
  static final String STANDARD_OUTPUT = "-";

  /** Someone at a terminal may have typed Ctrl-C, which the program has got, too. */
  private static final long PATIENCE_MILLIS = 2000;

  private static final String STOP = "stop";

  private final PrintStream people;
  private final String recording;
  private final boolean terminal;
  private final Processes processes;

  private ProgramWorker(
      PrintStream people, String recording, boolean terminal, Processes processes) {
    this.people = people;
    this.recording = recording;
    this.terminal = terminal;
    this.processes = processes;
  }

  /**
   * Runs it; the arguments are the identifier of the process that started it, the mark of the run's
   * processes, the file to write, whether the program shares this process's standard input (else
   * that has commands: {@code stop}), and the program's command.
   */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    PrintStream people =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Processes processes = new Processes(words.get(1));
    ParentWatch.endWith(Long.parseLong(words.get(0)), () -> processes.kill(-1));
    ProgramWorker worker =
        new ProgramWorker(people, words.get(2), Boolean.parseBoolean(words.get(3)), processes);
    System.exit(worker.work(words.subList(4, words.size())));
  }

  private int work(List<String> command) {
    if (!SystemCall.available()) {
      people.println("Programs can be watched on Linux on 64-bit x86 or ARM only.");
      return 1;
    }
    try {
      OwnNetwork.setUp();
      OwnIdentity.openPorts();
      return watch(command);
    } catch (CaptureException e) {
      people.println(e.getMessage());
      return Worker.NO_CAPTURE;
    } catch (IOException e) {
      people.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private int watch(List<String> command)
      throws CaptureException, IOException, InterruptedException {
    CountDownLatch complete = new CountDownLatch(1);
    ProgramRun run = new ProgramRun(command, new ThisMachine(), processes);
    Recorder recorder =
        new Recorder("the program's own loopback", open(), run::sighted, this::nobodyListens);
    endWith(run, complete);
    try {
      int code = run.run(recorder, this::streams);
      recorder.close();
      tell(command, code, run);
      return code == 0 ? 0 : 1;
    } finally {
      recorder.close();
      processes.kill(-1);
      run.finished();
      complete.countDown();
    }
  }

  private OutputStream open() throws IOException {
    return recording.equals(STANDARD_OUTPUT)
        ? new FileOutputStream(FileDescriptor.out)
        : Files.newOutputStream(Path.of(recording));
  }

  private void nobodyListens() {
    processes.kill(-1);
    ParentWatch.nobodyReads();
  }

  /** Ends the program when this process is told to end. */
  private void endWith(ProgramRun run, CountDownLatch complete) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (complete.getCount() > 0) {
                    stop(run, PATIENCE_MILLIS);
                  }
                },
                "end of the program"));
    if (!terminal) {
      Thread.ofPlatform().daemon().name("commands").start(() -> obey(run));
    }
  }

  private void obey(ProgramRun run) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.strip().equals(STOP)) {
        line = lines.readLine();
      }
    } catch (IOException e) {
      // Whoever gave commands is gone, and so is the reason to go on.
      stop(run, 0);
      return;
    }
    stop(run, 0);
  }

  private static void stop(ProgramRun run, long patience) {
    try {
      run.stop(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder streams(ProcessBuilder program) {
    program.environment().put(Processes.VARIABLE, processes.mark());
    program.inheritIO();
    if (!terminal) {
      program.redirectInput(Redirect.from(new File("/dev/null")));
    }
    if (recording.equals(STANDARD_OUTPUT)) {
      program.redirectOutput(Redirect.appendTo(new File("/proc/self/fd/2")));
    }
    return program;
  }

  private void tell(List<String> command, int code, ProgramRun run) {
    String ended = ProgramNames.program(command) + " has " + ProgramRun.ending(code);
    if (!terminal) {
      people.println(ended + ".");
      return;
    }
    String calls =
        run.calls() < 0
            ? "; calls are not, as strace is missing or may not trace (`sudo apt install strace`)"
            : ", " + count(run.calls(), "call");
    people.println(
        "wireflight: "
            + ended
            + ". Recorded: "
            + count(run.packets(), "packet")
            + ", "
            + count(run.sockets(), "socket")
            + calls
            + (recording.equals(STANDARD_OUTPUT) ? "." : ". They are in " + recording + "."));
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
