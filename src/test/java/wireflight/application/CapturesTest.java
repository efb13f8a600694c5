package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.build.Beside;
import wireflight.connection.Analyzer;
import wireflight.trace.Recording;

/** Messages of captures that others made, against what tshark finds in them. */
@Beside
class CapturesTest {
  private static final Path CAPTURES = Path.of("../shared/captures");

  private static Path capture(String name) {
    Path file = CAPTURES.resolve(name);
    assumeTrue(Files.exists(file), "the captures folder is not here");
    return file;
  }

  private static List<Message> messages(Path file) throws IOException {
    return MessageReader.all(Analyzer.analyze(Recording.open(file)));
  }

  /** For each field every value in every frame, as tshark prints them. */
  private static List<List<String>> tshark(Path file, String... fields) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-T", "fields", "-E", "aggregator=/s"));
    List<List<String>> values = new ArrayList<>();
    for (String field : fields) {
      command.addAll(List.of("-e", field));
      values.add(new ArrayList<>());
    }
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException notInstalled) {
      assumeTrue(false, "tshark is not installed");
      throw notInstalled;
    }
    try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
      lines.forEach(
          line -> {
            String[] columns = line.split("\t", -1);
            for (int i = 0; i < fields.length; i++) {
              if (!columns[i].isEmpty()) {
                values.get(i).addAll(List.of(columns[i].split(" ")));
              }
            }
          });
    }
    return values;
  }

  private static Stream<Message> only(List<Message> messages, Kind kind, Protocol... protocols) {
    List<Protocol> wanted = List.of(protocols);
    return messages.stream()
        .filter(message -> wanted.contains(message.protocol()) && message.kind() == kind);
  }

  private static String firstWord(Message message) {
    return message.summary().split(" ", 2)[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arkime-http-100-continue.pcap",
        "arkime-http-post-upload.pcap",
        "arkime-80211http.pcap",
        "suricata-verify-http-mime-truncated-input.pcap",
        "suricata-verify-http-range-multiflows-input.pcap",
        "zeek-docker-http-upgrade.pcap",
        "packets-sessionhijacking.pcapng"
      })
  void http1MethodsAndStatusesAreThoseOfTshark(String name) throws IOException {
    Path file = capture(name);
    List<Message> messages = messages(file);
    List<List<String>> theirs = tshark(file, "http.request.method", "http.response.code");
    assertThat(only(messages, Kind.REQUEST, Protocol.HTTP, Protocol.GRAPHQL))
        .extracting(CapturesTest::firstWord)
        .containsExactlyInAnyOrderElementsOf(theirs.get(0));
    assertThat(only(messages, Kind.RESPONSE, Protocol.HTTP, Protocol.GRAPHQL))
        .extracting(CapturesTest::firstWord)
        .containsExactlyInAnyOrderElementsOf(theirs.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PcapPlusPlus-tls.pcap",
        "gopacket-test300.pcapng",
        "pcap-parser-err-buffertoosmall.pcapng",
        "zeek-pppoe-over-qinq.pcap"
      })
  void tlsHandshakesAndServerNamesAreThoseOfTshark(String name) throws IOException {
    Path file = capture(name);
    List<Message> messages = messages(file);
    List<List<String>> theirs =
        tshark(file, "tls.handshake.type", "tls.handshake.extensions_server_name");
    assertThat(
            only(messages, Kind.HANDSHAKE, Protocol.TLS)
                .filter(message -> !message.summary().startsWith("Encrypted")))
        .hasSameSizeAs(theirs.get(0));
    assertThat(
            messages.stream()
                .map(message -> message.field("server name"))
                .filter(server -> !server.isEmpty()))
        .containsExactlyInAnyOrderElementsOf(theirs.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "packets-dns_isp_hijack.pcapng",
        "suricata-verify-dns-tcp-ts-gap-input.pcap",
        "zeek-mapi.pcap"
      })
  void dnsQuestionsAreThoseOfTshark(String name) throws IOException {
    Path file = capture(name);
    assertThat(
            messages(file).stream()
                .filter(message -> message.protocol() == Protocol.DNS)
                .flatMap(message -> message.fields().stream())
                .filter(field -> field.name().equals("question"))
                .map(field -> field.value().substring(field.value().indexOf(' ') + 1)))
        .containsExactlyInAnyOrderElementsOf(tshark(file, "dns.qry.name").getFirst());
  }

  @Test
  void http2HeadersAreThoseOfTshark() throws IOException {
    Path file = capture("arkime-http2-nghttp2.pcap");
    List<Message> messages = messages(file);
    assertThat(
            messages.stream()
                .flatMap(message -> message.fields().stream())
                .filter(field -> field.name().equals(":status") || field.name().equals(":path"))
                .map(Field::value))
        .containsAll(
            tshark(file, "http2.headers.path", "http2.headers.status").stream()
                .flatMap(List::stream)
                .toList());
    assertThat(messages).extracting(Message::problem).containsOnly("");
  }

  @Test
  void aGrpcStreamGivesItsMessages() throws IOException {
    List<Message> messages = messages(capture("gRPC-Go-for-Professionals-Server_Streaming.pcapng"));
    assertThat(only(messages, Kind.DATA, Protocol.GRPC)).hasSize(11);
    assertThat(only(messages, Kind.TRAILERS, Protocol.GRPC))
        .singleElement()
        .extracting(Message::summary)
        .isEqualTo("trailers, grpc-status 0 OK");
    assertThat(messages).extracting(Message::problem).containsOnly("");
  }

  @Test
  void webSocketFramesFollowTheUpgrade() throws IOException {
    Path file = capture("arkime-websocket.pcap");
    assertThat(messages(file).stream().filter(m -> m.protocol() == Protocol.WEBSOCKET))
        .hasSameSizeAs(tshark(file, "websocket.opcode").getFirst())
        .extracting(Message::problem)
        .containsOnly("");
  }

  @Test
  void everyCaptureIsReadWithoutAnException() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the captures folder is not here");
    try (Stream<Path> files = Files.list(CAPTURES)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(pcap|pcapng|cap|bin)")).toList()) {
        for (Message message : messages(file)) {
          assertThat(message.length()).as("%s: %s", file, message).isPositive();
          assertThat(message.request())
              .as("%s: %s", file, message)
              .isLessThanOrEqualTo(message.rows().last());
        }
      }
    }
  }
}
