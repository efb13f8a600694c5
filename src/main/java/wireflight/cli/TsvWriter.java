package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tab-separated values under a header line; what does not apply is empty. */
final class TsvWriter extends RecordWriter {
  private boolean first = true;

  TsvWriter(OutputStream out, List<String> columns) {
    super(out);
    try {
      putAscii(String.join("\t", columns) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void separate() throws IOException {
    room(32);
    if (!first) {
      put('\t');
    }
    first = false;
  }

  @Override
  void none() throws IOException {
    separate();
  }

  @Override
  void number(long value) throws IOException {
    separate();
    putNumber(value);
  }

  @Override
  void seconds(long nanos) throws IOException {
    separate();
    putSeconds(nanos);
  }

  @Override
  void text(String value) throws IOException {
    separate();
    boolean plain = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain &= c >= ' ' && c < 0x7f;
    }
    if (plain) {
      putAscii(value);
    } else {
      putUtf8(value.replaceAll("\\p{Cntrl}", " "));
    }
  }

  @Override
  void words(List<String> values) throws IOException {
    text(String.join(",", values));
  }

  @Override
  void numbers(IntStream values) throws IOException {
    text(values.mapToObj(Integer::toString).collect(Collectors.joining(",")));
  }

  @Override
  void again(byte[] kept, int values) throws IOException {
    putBytes(kept);
  }

  @Override
  void end() throws IOException {
    room(1);
    put('\n');
    first = true;
  }

  @Override
  void finish() throws IOException {
    flushAll();
  }
}
