package wireflight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import wireflight.lab.Lesson;

/** Runs lessons for real, outside the window's process. Safe for use by several threads. */
interface Runner extends AutoCloseable {
  /**
   * Begins a lesson; may wait for the worker.
   *
   * @throws IOException with a sentence that says what to do, if it cannot be run
   */
  Run start(Lesson lesson) throws IOException;

  /**
   * Begins a run in which nothing is done but what a person asks for; may wait for the worker.
   *
   * @throws IOException with a sentence that says what to do, if that cannot be
   */
  HandRun byHand() throws IOException;

  /**
   * Begins a program of somebody's own; may wait for the worker.
   *
   * @param commandLine as for a shell
   * @param folder where it starts
   * @throws IOException with a sentence that says what to do, if it cannot be run
   */
  Run program(String commandLine, Path folder) throws IOException;

  /** Ends whatever runs. */
  @Override
  void close();

  /** A lesson that runs. */
  interface Run {
    /** The recording as it grows, ending when the run ends. */
    InputStream recording();

    /**
     * Tells the wire something at once, whatever is under way, as in {@code wire release 3}.
     *
     * @throws IOException if the worker is gone
     */
    void now(String line) throws IOException;

    /** Asks it to end; the recording then ends soon. */
    void stop();

    /**
     * Why it ended before the lesson did, as a sentence; empty if it ended as it should. Waits
     * until it has ended.
     */
    String ending() throws InterruptedException;
  }

  /** A run in a person's hands. */
  interface HandRun extends Run {
    /**
     * Has a call made after those asked for before, as in {@code client connect server}.
     *
     * @throws IOException if the worker is gone
     */
    void call(String line) throws IOException;
  }
}
