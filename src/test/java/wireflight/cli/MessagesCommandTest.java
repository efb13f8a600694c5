package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analyzer;
import wireflight.trace.Recording;

class MessagesCommandTest {
  private static List<String> written(RecordWriter.Format format) throws IOException {
    Path file = Path.of("../shared/captures/arkime-http-100-continue.pcap");
    assumeTrue(Files.exists(file), "the captures folder is not here");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MessagesCommand.write(Analyzer.analyze(Recording.open(file)), format, out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineAMessageUnderAHeaderLine() throws IOException {
    List<String> lines = written(RecordWriter.Format.tsv);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith(
            "connection\ttransport\tstream\tfrom\tto\tfirst_frame\tlast_frame\tframes"
                + "\ttime_relative\tprotocol\tkind\tlength\tsummary\t");
    for (String line : lines) {
      assertThat(line.split("\t", -1)).hasSameSizeAs(MessageRows.COLUMNS);
    }
    assertThat(lines.get(1)).contains("\tHTTP\tresponse\t").contains("100 Continue");
  }

  @Test
  void jsonHoldsTheFramesAsNumbers() throws IOException {
    List<String> lines = written(RecordWriter.Format.json);
    assertThat(lines.get(0)).isEqualTo("[");
    assertThat(lines).last().isEqualTo("]");
    assertThat(lines.get(1)).containsPattern("\"frames\":\\[\\d+(,\\d+)*\\]");
  }
}
