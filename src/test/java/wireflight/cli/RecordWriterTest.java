package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The two forms of a table. */
class RecordWriterTest {
  private static String write(RecordWriter.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = RecordWriter.to(out, format, List.of("n", "t", "text", "words"));
    writer.number(Long.MIN_VALUE);
    writer.seconds(-1_500_000_001L);
    writer.text("a \"quoted\"\ttab \\ and ü");
    writer.words(List.of("one", "two"));
    writer.end();
    writer.number(0);
    writer.none();
    writer.text("");
    writer.words(List.of());
    writer.end();
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tabSeparatedValuesHaveAHeaderAndNoTabsWithin() throws IOException {
    assertThat(write(RecordWriter.Format.tsv))
        .isEqualTo(
            """
            n\tt\ttext\twords
            -9223372036854775808\t-1.500000001\ta "quoted" tab \\ and ü\tone,two
            0\t\t\t
            """);
  }

  @Test
  void jsonIsOneArrayWithAnObjectALine() throws IOException {
    assertThat(write(RecordWriter.Format.json))
        .isEqualTo(
            """
            [
            {"n":-9223372036854775808,"t":-1.500000001,"text":"a \\"quoted\\"\\u0009tab \\\\ and ü","words":["one","two"]},
            {"n":0}
            ]
            """);
  }

  @Property
  void everyNumberIsWrittenWithAllItsDigits(@ForAll long number) throws IOException {
    assertThat(digits(number)).isEqualTo(Long.toString(number));
    // Numbers of 32 bits are what a capture is full of.
    assertThat(digits(number >>> 32)).isEqualTo(Long.toString(number >>> 32));
  }

  @Test
  void numbersAreRightWhereTheyGetAnotherDigit() throws IOException {
    for (long power = 1; power <= 1_000_000_000_000L; power *= 10) {
      for (long number : new long[] {power - 1, power, 9 * power + power / 2, -power}) {
        assertThat(digits(number)).isEqualTo(Long.toString(number));
      }
    }
    assertThat(digits(0xffff_ffffL)).isEqualTo("4294967295");
    assertThat(digits(0x1_0000_0000L)).isEqualTo("4294967296");
  }

  private static String digits(long number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = RecordWriter.to(out, RecordWriter.Format.tsv, List.of("n"));
    writer.number(number);
    writer.end();
    writer.finish();
    return out.toString(StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void manyRecordsAreFlushedInPieces() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = RecordWriter.to(out, RecordWriter.Format.tsv, List.of("a"));
    String large = "x".repeat(200_000);
    for (int i = 0; i < 50_000; i++) {
      writer.number(i);
      writer.end();
    }
    writer.text(large);
    writer.end();
    writer.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(50_002)
        .endsWith("49999", large);
  }
}
