package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.trace.Frame;
import wireflight.trace.LinkType;
import wireflight.trace.Recording;
import wireflight.trace.RecordingWriter;
import wireflight.trace.Trace;

/**
 * Streams as tshark 4.0 counts them where an application has its say; seen by holding it beside.
 */
class ApplicationStreamsTest {
  private static final String INVITE =
      """
      INVITE sip:b@x SIP/2.0
      Via: SIP/2.0/UDP 10.0.0.1:5060
      Content-Type: application/sdp

      v=0
      o=u 1 1 IN IP4 10.0.0.1
      s=-
      c=IN IP4 10.0.0.1
      t=0 0
      m=audio 4000 RTP/AVP 0
      m=video 0 RTP/AVP 99
      m=image 4010 udptl t38
      c=IN IP4 10.0.0.3
      m=audio 4020 RTP/SAVP 0
      a=rtcp:4030
      m=audio 4040 TCP/RTP/AVP 0
      """
          .replace("\n", "\r\n");

  private final List<byte[]> packets = new ArrayList<>();

  private void udp(int sender, int from, int receiver, int to, String text) {
    byte[] data = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ip(17, sender, receiver, 8 + data.length);
    out.putShort((short) from).putShort((short) to).putShort((short) (8 + data.length));
    out.putShort((short) 0).put(data);
  }

  private void tcp(boolean client, int port, int seq, int ack, int flags, String text) {
    byte[] data = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ip(6, client ? 1 : 2, client ? 2 : 1, 20 + data.length);
    out.putShort((short) (client ? 40000 : port)).putShort((short) (client ? port : 40000));
    out.putInt(seq).putInt(ack).putShort((short) (0x5000 | flags)).putShort((short) 1000);
    out.putInt(0).put(data);
  }

  /** The room behind the header of a new packet. */
  private ByteBuffer ip(int protocol, int sender, int receiver, int length) {
    ByteBuffer out = ByteBuffer.allocate(20 + length);
    out.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0x10000);
    out.put((byte) 64).put((byte) protocol).putShort((short) 0);
    out.putInt(10 << 24 | sender).putInt(10 << 24 | receiver);
    packets.add(out.array());
    return out;
  }

  private Analysis analyze(Analyzer.Points points) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.addCapturePoint("any", "", new LinkType(101), 0);
      for (int i = 0; i < packets.size(); i++) {
        byte[] bytes = packets.get(i);
        ByteBuffer data = ByteBuffer.wrap(bytes);
        writer.write(
            new Frame(i + 1, 1000L * i, 0, new LinkType(101), bytes.length, data, 0, bytes.length));
      }
    }
    Recording recording = Recording.follow("packets");
    recording.append(out.toByteArray());
    recording.finish();
    Trace trace = recording.snapshot();
    return new Analyzer(points).advance(trace);
  }

  private List<Integer> streams(Analyzer.Points points) throws IOException {
    Analysis analysis = analyze(points);
    return packets.stream()
        .map(packet -> analysis.connectionOf(packets.indexOf(packet)))
        .map(number -> analysis.connections().get(number).stream())
        .toList();
  }

  @Test
  void mediaToAndFromAPlaceThatSipNamedAreOneStream() throws IOException {
    udp(1, 5060, 2, 5060, INVITE);
    udp(2, 6000, 1, 4000, "from one");
    udp(3, 7000, 1, 4000, "from another");
    udp(1, 4000, 3, 7000, "back");
    udp(2, 6001, 1, 4001, "control");
    assertThat(streams(Analyzer.Points.TOGETHER)).containsExactly(0, 1, 1, 1, 2);
    assertThat(streams(Analyzer.Points.SEPARATE)).containsExactly(0, 1, 2, 2, 3);
    Connection second = analyze(Analyzer.Points.TOGETHER).connections().get(2);
    assertThat(second.client()).hasToString("10.0.0.3:7000");
  }

  @Test
  void whereBothEndsAreNamedEachDirectionIsAStream() throws IOException {
    udp(1, 5060, 2, 5060, INVITE);
    udp(2, 5060, 1, 5060, INVITE.replace("10.0.0.1", "10.0.0.2").replace("4000", "6000"));
    udp(1, 4000, 2, 6000, "there");
    udp(2, 6000, 1, 4000, "back");
    udp(1, 4000, 2, 6000, "there again");
    assertThat(streams(Analyzer.Points.TOGETHER)).containsExactly(0, 0, 1, 2, 1);
    assertThat(streams(Analyzer.Points.SEPARATE)).containsExactly(0, 0, 1, 1, 1);
  }

  @Test
  void theAddressBehindAMediumIsOfThatMediumAndOnlyUdpCounts() {
    assertThat(SessionDescription.places(INVITE).stream().map(Endpoint::toString))
        .containsExactly(
            "10.0.0.1:4000", "10.0.0.1:4001", "10.0.0.3:4010", "10.0.0.1:4020", "10.0.0.1:4030");
    assertThat(SessionDescription.places(INVITE.replace("application/sdp", "text/plain")))
        .isEmpty();
    assertThat(SessionDescription.places("GET / HTTP/1.1\r\n\r\n" + INVITE)).isEmpty();
  }

  @Test
  void aConnectionOnWhichVncIsRecognisedGoesOnAsAnotherStream() throws IOException {
    greeting(6900);
    assertThat(streams(Analyzer.Points.TOGETHER)).containsExactly(0, 0, 0, 0, 1, 1);
    Analysis together = analyze(Analyzer.Points.TOGETHER);
    assertThat(together.relativeSequence(5)).isEqualTo(1);
    assertThat(streams(Analyzer.Points.SEPARATE)).containsOnly(0);
    packets.clear();
    greeting(5900);
    assertThat(streams(Analyzer.Points.TOGETHER)).containsOnly(0);
  }

  private void greeting(int port) {
    tcp(true, port, 100, 0, 2, "");
    tcp(false, port, 500, 101, 0x12, "");
    tcp(true, port, 101, 501, 0x10, "");
    tcp(false, port, 501, 101, 0x18, "RFB 003.008\n");
    tcp(true, port, 101, 513, 0x18, "RFB 003.008\n");
    tcp(false, port, 513, 113, 0x18, "\1\1");
  }
}
