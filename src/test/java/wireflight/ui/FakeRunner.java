package wireflight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import wireflight.lab.Lesson;

/** A worker whose recording comes when the test says so, and that dies when the test says so. */
final class FakeRunner implements Runner {
  private static final byte[] END = {};

  final List<String> lessons = new ArrayList<>();
  private final List<FakeRun> runs = new ArrayList<>();
  private String refusal = "";

  /** From now on it cannot start, for this reason. */
  void refuse(String sentence) {
    refusal = sentence;
  }

  @Override
  public synchronized Run start(Lesson lesson) throws IOException {
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
    lessons.add(lesson.origin());
    FakeRun run = new FakeRun();
    runs.add(run);
    return run;
  }

  @Override
  public synchronized HandRun byHand() throws IOException {
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
    FakeRun run = new FakeRun();
    runs.add(run);
    return run;
  }

  @Override
  public synchronized Run program(String commandLine, Path folder) throws IOException {
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
    FakeRun run = new FakeRun();
    runs.add(run);
    return run;
  }

  /** The calls that a person had made in the latest run. */
  synchronized List<String> calls() {
    return List.copyOf(runs.getLast().calls);
  }

  /** Some more of the recording arrives. */
  synchronized void send(byte[] bytes) {
    runs.getLast().pieces.add(bytes);
  }

  /** The worker ends, as it should with an empty sentence. */
  synchronized void end(String why) {
    runs.getLast().pieces.add(END);
    runs.getLast().ended.complete(why);
  }

  @Override
  public void close() {
    runs.forEach(FakeRun::stop);
  }

  private static final class FakeRun extends InputStream implements HandRun {
    final LinkedBlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    final CompletableFuture<String> ended = new CompletableFuture<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    private byte[] piece = {};
    private int at;

    @Override
    public InputStream recording() {
      return this;
    }

    @Override
    public void call(String line) {
      calls.add(line);
    }

    @Override
    public void now(String line) {
      calls.add(line);
    }

    @Override
    public void stop() {
      pieces.add(END);
      ended.complete("");
    }

    @Override
    public String ending() throws InterruptedException {
      try {
        return ended.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      try {
        if (at == piece.length) {
          piece = pieces.take();
          at = 0;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      if (piece.length == 0) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, to, offset, count);
      at += count;
      return count;
    }
  }
}
