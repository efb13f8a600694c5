package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;

/** Tunnels whose packets were cut up, held against an installed tshark. */
class TunnelPiecesTruthTest {
  @TempDir private Path folder;

  @Test
  void theSamePiecesAsTsharksAndNoTransportInTheLaterOnes() throws IOException {
    assumeTrue(Tshark.version().orElse("").startsWith("4.0."), "tshark 4.0 is not installed");
    String text = "x".repeat(2000);
    Script script = new Script();
    int identification = 1;
    for (String entry : List.of("192.0.2.1:0", "[2001:db8::a]:0")) {
      String exit = entry.replace("1:0", "2:0").replace("a]", "b]");
      for (int protocol : List.of(47, 4)) {
        script
            .udp("10.0.0.1:400" + identification, "10.0.0.2:7", text)
            .tunnelled(entry, exit, protocol, identification++, 800)
            .tcp("10.0.0.1:500" + identification, "10.0.0.2:80", "PA", 100, 200, text)
            .tunnelled(entry, exit, protocol, identification++, 1480);
      }
      for (int protocol : List.of(47, 41)) {
        script
            .piece("[2001:db8::1]:600" + identification, "[2001:db8::2]:9", 99, 1400, 0, 1408)
            .tunnelled(entry, exit, protocol, identification++, 1280);
      }
    }
    Path file = folder.resolve("tunnels.pcapng");
    script.writeTo(file);
    Comparison comparison = new Comparison();
    comparison.compare("frame", file, Tshark.rows(file));
    assertThat(comparison.compared).isEqualTo(12);
    assertThat(comparison.fields).isEmpty();
    Timeline timeline = script.timeline();
    Map<Integer, String> pieces =
        IntStream.range(0, script.trace().size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    timeline::firstPiece,
                    TreeMap::new,
                    Collectors.mapping(row -> "" + (row + 1), Collectors.joining(", "))));
    assertThat(pieces.values()).containsExactlyElementsOf(Tshark.reassembled(file)).hasSize(12);
  }
}
