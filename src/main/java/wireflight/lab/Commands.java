package wireflight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What a worker is told on its standard input, a line each: {@code run LESSON}, a call, {@code end}
 * or {@code stop}; {@code hand} before calls that a person makes one by one; {@code attended} where
 * somebody sees what the wire holds; {@code now} before a line for the wire that shall not wait for
 * those before it. The end of the input means {@code end}.
 */
final class Commands {
  static final String RUN = "run";
  static final String END = "end";
  static final String HAND = "hand";
  static final String ATTENDED = "attended";
  private static final String STOP = "stop";
  static final String NOW = "now ";
  private static final long LOOK_MILLIS = 20;

  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final Thread worker;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Commands that nobody has given yet.
   *
   * @param worker is interrupted when it shall stop in the middle of its work
   */
  Commands(Thread worker) {
    this.worker = worker;
  }

  /**
   * Starts to listen.
   *
   * @param atOnce takes, on the thread that listens, what follows {@code now}: it does not wait for
   *     what was told before
   */
  void listen(BufferedReader input, Consumer<String> atOnce) {
    Thread.ofPlatform()
        .daemon()
        .name("commands")
        .start(
            () -> {
              read(input, atOnce);
              waiting.add(END);
            });
  }

  private void read(BufferedReader input, Consumer<String> atOnce) {
    try {
      String line = input.readLine();
      while (line != null) {
        if (line.strip().equals(STOP)) {
          stop();
          return;
        }
        if (line.strip().startsWith(NOW)) {
          atOnce.accept(line.strip().substring(NOW.length()).strip());
        } else if (!LineParser.isBlank(line)) {
          waiting.add(line.strip());
        }
        line = input.readLine();
      }
    } catch (IOException e) {
      // Whoever gave commands is gone: what was asked for is still done.
      return;
    }
  }

  /** Has the worker stop in the middle of its work, whoever asks for it; once. */
  void stop() {
    if (stopped.compareAndSet(false, true)) {
      worker.interrupt();
    }
  }

  /** The next command; while it is waited for, the lab keeps an eye on its sockets. */
  String next(Lab lab) throws InterruptedException {
    String command = waiting.poll();
    while (command == null) {
      if (lab.hasSockets()) {
        lab.look();
        command = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } else {
        command = waiting.take();
      }
    }
    return command;
  }
}
