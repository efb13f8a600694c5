package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A JSON array (RFC 8259), one object a line, whose members are the columns that apply. */
final class JsonWriter extends RecordWriter {
  private final List<String> columns;
  private int column;
  private boolean anyMember;
  private boolean anyRecord;

  JsonWriter(OutputStream out, List<String> columns) {
    super(out);
    this.columns = columns;
    put('[');
  }

  private void member() throws IOException {
    if (column == 0) {
      room(8);
      if (anyRecord) {
        put(',');
      }
      put('\n');
      put('{');
      anyRecord = true;
      anyMember = false;
    }
  }

  private void name() throws IOException {
    member();
    if (anyMember) {
      put(',');
    }
    anyMember = true;
    quote(columns.get(column++));
    put(':');
  }

  @Override
  void none() throws IOException {
    member();
    column++;
  }

  @Override
  void number(long value) throws IOException {
    name();
    putNumber(value);
  }

  @Override
  void seconds(long nanos) throws IOException {
    name();
    putSeconds(nanos);
  }

  @Override
  void text(String value) throws IOException {
    if (value.isEmpty()) {
      none();
    } else {
      name();
      quote(value);
    }
  }

  @Override
  void words(List<String> values) throws IOException {
    if (values.isEmpty()) {
      none();
      return;
    }
    name();
    put('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        put(',');
      }
      quote(values.get(i));
    }
    put(']');
  }

  @Override
  void numbers(IntStream values) throws IOException {
    name();
    putAscii(values.mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")));
  }

  private void quote(String value) throws IOException {
    StringBuilder text = new StringBuilder(value.length() + 2);
    text.append('"');
    boolean ascii = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      ascii &= c < 0x80;
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
    if (ascii) {
      putAscii(text.toString());
    } else {
      putUtf8(text.toString());
    }
  }

  @Override
  void again(byte[] kept, int values) throws IOException {
    putBytes(kept);
    column += values;
  }

  @Override
  void end() throws IOException {
    room(1);
    put('}');
    column = 0;
  }

  @Override
  void finish() throws IOException {
    room(4);
    if (anyRecord) {
      put('\n');
    }
    put(']');
    put('\n');
    flushAll();
  }
}
