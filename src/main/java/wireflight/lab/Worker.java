package wireflight.lab;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import wireflight.capture.CaptureException;
import wireflight.capture.SystemCall;
import wireflight.language.Saying;

/**
 * The worker's own program: does what it is told on standard input (see {@link Commands}) and
 * writes one recording to standard output.
 *
 * <p>Exit code 0: all was done; 1: something could not be, and standard error says what; 3: nothing
 * could be captured here.
 */
final class Worker {
  /** The exit code where nothing could be captured. */
  static final int NO_CAPTURE = 3;

  /** What completing a recording may take once a signal has come. */
  private static final long COMPLETION_SECONDS = 5;

  private final Network network;
  private final PrintStream complaints;
  private final Commands commands = new Commands(Thread.currentThread());
  private final CountDownLatch complete = new CountDownLatch(1);
  private boolean byHand;
  private boolean failed;

  private Worker(Network network, PrintStream complaints) {
    this.network = network;
    this.complaints = complaints;
  }

  /**
   * Runs a worker; the arguments are the {@link Network} it was started in, and the identifier of
   * the process that started it.
   */
  public static void main(String[] args) {
    PrintStream complaints =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Standard output carries the recording and nothing else.
    System.setOut(complaints);
    // However the process that started it ends, a worker must not stay behind.
    ParentWatch.endWith(Long.parseLong(args[1]), () -> {});
    Worker worker = new Worker(Network.valueOf(args[0]), complaints);
    Runtime.getRuntime().addShutdownHook(new Thread(worker::completeInTime, "end of the worker"));
    System.exit(worker.work());
  }

  /** Told to end by a signal, such as that of Ctrl-C: the recording is completed as it stands. */
  private void completeInTime() {
    commands.stop();
    try {
      boolean _ = complete.await(COMPLETION_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int work() {
    try {
      return attempt();
    } finally {
      complete.countDown();
    }
  }

  private int attempt() {
    if (!SystemCall.available()) {
      complain(Saying.english(Worker.class, "noLinux"));
      return 1;
    }
    try {
      boolean own = network == Network.OWN;
      if (own) {
        OwnNetwork.setUp();
      }
      String description = own ? "the lab's own loopback" : "this machine's loopback";
      Place place = new Place(own, own ? 0 : Rights.lowestPort());
      Sockets sockets = new LinuxSockets();
      Losses losses = new Losses();
      serve(
          sockets,
          place,
          losses,
          new Recorder(
              description,
              new FileOutputStream(FileDescriptor.out),
              losses::sighted,
              ParentWatch::nobodyReads));
    } catch (CaptureException e) {
      complaints.println(e.getMessage());
      return NO_CAPTURE;
    } catch (IOException e) {
      complain(String.valueOf(e.getMessage()));
    }
    return failed ? 1 : 0;
  }

  private void serve(Sockets sockets, Place place, Losses losses, Recorder recorder)
      throws IOException {
    BufferedReader input =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    Devices devices = new Devices(recorder);
    commands.listen(input, line -> atOnce(line, devices, recorder));
    // The recording is complete before the lab ends the sockets that the lesson left open.
    try (devices;
        Lab lab =
            new Lab(
                sockets,
                new LinuxStillness(),
                place,
                recorder.rows(),
                devices,
                losses,
                recorder::awaitDelivered)) {
      try (recorder) {
        obeyAll(lab, recorder);
      } catch (InterruptedException e) {
        // Told to stop: the recording is completed as it stands.
        return;
      }
    }
  }

  /** A line for the wire while something else is under way: a person acts on what is held. */
  private static void atOnce(String line, Devices devices, Recorder recorder) {
    try {
      if (new LineParser("the line", Bounds.USUAL).parse(0, line) instanceof Call.OnWire onWire) {
        devices.give(onWire.order(), socket -> 0);
        recorder.rows().addRemark(WireState.told(onWire.text()));
      } else {
        recorder.rows().addRemark(Saying.english(Worker.class, "notWire", line));
      }
    } catch (LessonError e) {
      recorder.rows().addRemark(e.problem());
    } catch (Refused e) {
      recorder.rows().addRemark(e.sentence());
    }
  }

  private void obeyAll(Lab lab, Recorder recorder) throws InterruptedException {
    LessonRun run = new LessonRun(lab, Bounds.USUAL, recorder.rows());
    LineParser parser = new LineParser("the call", Bounds.USUAL);
    Lessons lessons = new Lessons();
    String command = commands.next(lab);
    while (!command.equals(Commands.END)) {
      recorder.start();
      try {
        obey(command, lessons, parser, run);
      } catch (LessonError e) {
        if (byHand) {
          // A person who drives it looks at the recording, and goes on after a mistake.
          recorder.rows().addRemark(e.problem());
        } else {
          complain(String.valueOf(e.getMessage()));
        }
      }
      command = commands.next(lab);
    }
    run.finish();
  }

  private void obey(String command, Lessons lessons, LineParser parser, LessonRun run)
      throws LessonError, InterruptedException {
    String[] words = command.split("\\s+", 2);
    if (words.length == 2 && words[0].equals(Commands.RUN)) {
      Lesson lesson = lessons.find(words[1]);
      // What is typed later may speak of the lesson's sockets.
      for (Lesson.Step step : lesson.steps()) {
        for (Lesson.Line line : step.lines()) {
          parser.parse(line.number(), line.text());
        }
      }
      run.run(lesson);
    } else if (command.equals(Commands.HAND)) {
      byHand = true;
    } else if (command.equals(Commands.ATTENDED)) {
      run.attend();
    } else {
      run.perform("the call", new Lesson.Line(0, command, parser.parse(0, command)));
    }
  }

  private void complain(String sentence) {
    failed = true;
    complaints.println(sentence);
  }
}
