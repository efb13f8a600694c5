package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import wireflight.connection.Analysis;

/** Writes an analysis, as far as it is settled, while the rest of the capture is still read. */
final class AnalysisOutput {
  private final RecordWriter writer;
  private final AnalysisRows rows;
  private int written;

  AnalysisOutput(RecordWriter.Format format, OutputStream out) {
    writer = RecordWriter.to(out, format, AnalysisRows.COLUMNS);
    rows = new AnalysisRows(writer);
  }

  /** Writes the rows of which all is known. */
  void advance(Analysis soFar) {
    int settled = written;
    while (settled < soFar.trace().size() && soFar.isSettled(settled)) {
      settled++;
    }
    try {
      rows.write(soFar, written, settled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written = settled;
  }

  /** Writes all that is left. */
  void finish(Analysis whole) throws IOException {
    rows.write(whole, written, whole.trace().size());
    writer.finish();
  }
}
