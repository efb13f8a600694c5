package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import wireflight.connection.Analysis;

/** Writes an analysis, as far as it is settled, while the rest of the capture is still read. */
final class AnalysisOutput {
  private final RecordWriter writer;
  private final AnalysisRows rows;
  private final boolean better;
  private int written;

  /**
   * An output.
   *
   * @param better whether it tells what a segment really is, where more is known than Wireshark's
   *     rules look at; as that rests on later rows, too, it then begins at the end
   */
  AnalysisOutput(RecordWriter.Format format, boolean better, OutputStream out) {
    writer = RecordWriter.to(out, format, AnalysisRows.columns(better));
    rows = new AnalysisRows(writer, better);
    this.better = better;
  }

  /** Writes the rows of which all is known. */
  void advance(Analysis soFar) {
    if (better) {
      return;
    }
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
