package wireflight.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import wireflight.connection.Analysis;

/** Writes an analysis: formats parts of it on every processor, and puts them out in order. */
final class AnalysisOutput {
  /** Rows of a part: enough to be worth handing over, few enough to be in memory several times. */
  private static final int PART = 1 << 12;

  private final Analysis analysis;
  private final RecordWriter.Format format;
  private final OutputStream out;

  AnalysisOutput(Analysis analysis, RecordWriter.Format format, OutputStream out) {
    this.analysis = analysis;
    this.format = format;
    this.out = out;
  }

  void write() throws IOException {
    RecordWriter writer = RecordWriter.to(out, format, AnalysisRows.COLUMNS);
    int rows = analysis.trace().size();
    int first = Math.min(PART, rows);
    new AnalysisRows(analysis, writer).write(0, first);
    if (first < rows) {
      writer.flushAll();
      rest(writer, first, rows);
    }
    writer.finish();
  }

  private void rest(RecordWriter writer, int first, int rows) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService pool =
        Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().factory());
    try {
      Deque<Future<Part>> underWay = new ArrayDeque<>();
      for (int from = first; from < rows; from += PART) {
        Part part = underWay.size() < 2 * processors ? new Part(writer) : put(underWay.remove());
        underWay.add(pool.submit(part.from(from, Math.min(rows, from + PART))));
      }
      while (!underWay.isEmpty()) {
        put(underWay.remove());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Waits for a part, puts it out and gives it back for use again. */
  private Part put(Future<Part> formatted) throws IOException {
    try {
      Part part = formatted.get();
      part.bytes.writeTo(out);
      return part;
    } catch (ExecutionException e) {
      throw new IllegalStateException("formatting failed", e.getCause());
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  /** What formats some rows at a time; one thread after another uses it. */
  private final class Part {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    private final RecordWriter writer;
    private final AnalysisRows rows;

    Part(RecordWriter after) {
      writer = after.continued(bytes);
      rows = new AnalysisRows(analysis, writer);
    }

    Callable<Part> from(int from, int before) {
      return () -> {
        bytes.reset();
        rows.write(from, before);
        writer.flushAll();
        return this;
      };
    }
  }
}
