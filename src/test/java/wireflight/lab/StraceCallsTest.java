package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;

/** Lines as strace 6.1 wrote them for real programs, and what they say. */
class StraceCallsTest {
  private static final String SECONDS = "1795385075.";
  private static final long START = 1795385075L * 1_000_000_000L;

  private final List<Event> events = new ArrayList<>();
  private final ProgramNames names = new ProgramNames();
  private final StraceLines lines =
      new StraceLines(new StraceCalls(new ProgramSockets(names), names, events::add));

  /** A line of a thread that no process of this machine has. */
  private void line(int thread, int micros, String text) {
    lines.line(
        (900_000_000 + thread) + " " + SECONDS + String.format("%06d000", micros) + " " + text,
        Long.MAX_VALUE);
  }

  private List<String> told() {
    lines.caughtUp(START + 999_000_000);
    return events.stream().map(Event::message).toList();
  }

  @Test
  void aServerAndAClientInThreadsOfOneProcess() {
    line(1, 0, "execve(\"/usr/bin/python3\", [\"python3\", \"chat.py\"], 0x7ff /* 35 vars */) = 0");
    line(1, 1, "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3<TCP:[684769]>");
    line(
        1,
        2,
        "bind(3<TCP:[684769]>, {sa_family=AF_INET, sin_port=htons(8080),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0");
    line(1, 3, "listen(3<TCP:[127.0.0.1:8080]>, 5) = 0");
    line(1, 4, "clone3({flags=CLONE_VM|CLONE_FILES|CLONE_THREAD}, 88) = 900000002");
    line(2, 5, "accept4(3<TCP:[127.0.0.1:8080]>,  <unfinished ...>");
    line(1, 6, "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 5<TCP:[684772]>");
    line(
        1,
        7,
        "connect(5<TCP:[684772]>, {sa_family=AF_INET, sin_port=htons(8080),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0");
    line(
        2,
        8,
        "<... accept4 resumed>{sa_family=AF_INET, sin_port=htons(38908),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, [16], SOCK_CLOEXEC) ="
            + " 4<TCP:[127.0.0.1:8080->127.0.0.1:38908]>");
    line(
        1,
        9,
        "sendto(5<TCP:[127.0.0.1:38908->127.0.0.1:8080]>, \"hello\\r\\n\", 7, 0, NULL, 0) = 7");
    line(
        2,
        10,
        "recvfrom(4<TCP:[127.0.0.1:8080->127.0.0.1:38908]>, \"hello\\r\\n\", 100, 0, NULL, NULL) ="
            + " 7");
    line(2, 11, "close(4<TCP:[127.0.0.1:8080->127.0.0.1:38908]>) = 0");
    assertThat(told())
        .containsExactly(
            "chat.py fd 3: socket(AF_INET, SOCK_STREAM)",
            "chat.py fd 3: socket(AF_INET, SOCK_STREAM) = 0",
            "chat.py fd 3: bind(127.0.0.1:8080)",
            "chat.py fd 3: bind(127.0.0.1:8080) = 0",
            "chat.py fd 3: listen(5)",
            "chat.py fd 3: listen(5) = 0",
            "chat.py fd 3: accept()",
            "chat.py fd 5: socket(AF_INET, SOCK_STREAM)",
            "chat.py fd 5: socket(AF_INET, SOCK_STREAM) = 0",
            "chat.py fd 5: connect(127.0.0.1:8080)",
            "chat.py fd 5: connect(127.0.0.1:8080) = 0",
            "chat.py fd 3: accept() = chat.py fd 4",
            "chat.py fd 5: send(\"hello\\r\\n\", 7)",
            "chat.py fd 5: send(\"hello\\r\\n\", 7) = 7",
            "chat.py fd 4: recv(100)",
            "chat.py fd 4: recv(100) = 7",
            "chat.py fd 4: close()",
            "chat.py fd 4: close() = 0");
    assertThat(events)
        .filteredOn(event -> event instanceof CallEntered call && call.name().equals("send"))
        .allSatisfy(
            event -> {
              var socket = ((CallEntered) event).socket();
              assertThat(socket.process()).isEqualTo(900_000_001);
              assertThat(socket.local()).isEqualTo("127.0.0.1:38908");
              assertThat(socket.foreign()).isEqualTo("127.0.0.1:8080");
            });
  }

  @Test
  void aCallReturnsNotLaterThanTheNextLineBegins() {
    line(1, 1, "listen(3<TCP:[127.0.0.1:8080]>, 5) = 0 <0.000700000>");
    line(1, 400, "close(3<TCP:[127.0.0.1:8080]>) = 0 <0.000002000>");
    lines.caughtUp(START + 900_000_000);
    assertThat(events)
        .filteredOn(CallReturned.class::isInstance)
        .extracting(Event::time)
        // The second one by how long it took: it was read long after.
        .containsExactly(START + 400_000, START + 400_000 + 2_000 + 1_000_000);
    assertThat(lines.latest()).isEqualTo(START + 1_402_000);
  }

  @Test
  void aCallThatWaitsIsToldOfBeforeItsLineIsWhole() {
    String begun = "900000001 " + SECONDS + "000001000 accept4(3<TCP:[127.0.0.1:8080]>, ";
    lines.beginning(begun, START);
    lines.beginning(begun, START);
    assertThat(told()).containsExactly("process fd 3: accept()");
    lines.line(
        begun + "NULL, NULL, 0) = 4<TCP:[127.0.0.1:8080->127.0.0.1:9]> <0.1>", Long.MAX_VALUE);
    assertThat(told())
        .containsExactly("process fd 3: accept()", "process fd 3: accept() = process fd 4");
  }

  @Test
  void datagramsVectorsOptionsAndErrors() {
    String udp = "6<UDP:[127.0.0.1:5000]>";
    line(
        1,
        1,
        "sendto("
            + udp
            + ", \"hi\", 2, 0, {sa_family=AF_INET, sin_port=htons(53),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 2");
    line(
        1,
        2,
        "recvfrom("
            + udp
            + ", \"yes\", 512, 0, {sa_family=AF_INET, sin_port=htons(53),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, [28 => 16]) = 3");
    line(
        1,
        3,
        "recvmsg("
            + udp
            + ", {msg_name={sa_family=AF_INET, sin_port=htons(53),"
            + " sin_addr=inet_addr(\"127.0.0.1\")}, msg_namelen=16, msg_iov=[{iov_base=\"a, )b\","
            + " iov_len=100}], msg_iovlen=1}, 0) = 5");
    line(
        1,
        4,
        "writev(7<TCPv6:[[::1]:8080->[::1]:4000]>, [{iov_base=\"ab\", iov_len=2},"
            + " {iov_base=\"c\", iov_len=1}], 2) = 3");
    line(1, 5, "setsockopt(7<TCPv6:[[::1]:8080->[::1]:4000]>, SOL_TCP, TCP_NODELAY, [1], 4) = 0");
    line(
        1,
        6,
        "setsockopt(7<TCPv6:[[::1]:8080->[::1]:4000]>, SOL_SOCKET, SO_LINGER, {l_onoff=1,"
            + " l_linger=0}, 8) = 0");
    line(
        1,
        7,
        "read(7<TCPv6:[[::1]:8080->[::1]:4000]>, 0x7ffd, 4096) = -1 EAGAIN (Resource temporarily"
            + " unavailable)");
    assertThat(told())
        .filteredOn(message -> message.contains(" = "))
        .containsExactly(
            "process fd 6: sendto(\"hi\", 2, 127.0.0.1:53) = 2",
            "process fd 6: recvfrom(512) = 3 from 127.0.0.1:53",
            "process fd 6: recvfrom(100) = 5 from 127.0.0.1:53",
            "process fd 7: send(\"ab\", 3) = 3",
            "process fd 7: setsockopt(TCP_NODELAY, 1) = 0",
            "process fd 7: setsockopt(SO_LINGER, 0) = 0",
            "process fd 7: recv(4096) = -1 EAGAIN");
    assertThat(events)
        .filteredOn(event -> event instanceof CallReturned call && call.name().equals("recvfrom"))
        .extracting(event -> ((CallReturned) event).data())
        .containsExactly("yes", "a, )b");
  }

  @Test
  void whatIsNoInternetSocketAndWhatNoLineOfStraceIsPassedOver() {
    line(1, 1, "socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5<UNIX-STREAM:[684770]>");
    line(1, 2, "read(3</etc/hosts>, \"127.0.0.1 localhost\", 4096) = 19");
    line(1, 3, "write(1</dev/null<char 1:3>>, \"3<TCP:[1]>\", 10) = 10");
    lines.line("strace: Process 12 attached", START);
    lines.line("", START);
    line(1, 4, "accept4(3<TCP:[127.0.0.1:8080]>, 0x7ff) = ? ERESTARTSYS (To be restarted)");
    line(1, 5, "accept4(3<TCP:[127.0.0.1:8080]>, NULL, NULL, 0) = -1 EINVAL (Invalid argument)");
    assertThat(told())
        .containsExactly("process fd 3: accept()", "process fd 3: accept() = -1 EINVAL");
  }

  @Test
  void aDescriptorThatIsGivenAgainIsAnotherSocket() {
    for (int port = 4000; port < 4003; port++) {
      line(
          1,
          port,
          "accept(3<TCP:[127.0.0.1:80]>, NULL, NULL) = 4<TCP:[127.0.0.1:80->127.0.0.1:"
              + port
              + "]>");
      line(1, port, "close(4<TCP:[127.0.0.1:80->127.0.0.1:" + port + "]>) = 0");
    }
    assertThat(told())
        .filteredOn(message -> message.contains("accept() = "))
        .containsExactly(
            "process fd 3: accept() = process fd 4",
            "process fd 3: accept() = process fd 4 (2)",
            "process fd 3: accept() = process fd 4 (3)");
  }

  @Test
  void aDescriptorThatIsGivenAgainBeforeItsCloseReturnedIsTheNewSockets() {
    line(1, 0, "clone3({flags=CLONE_VM|CLONE_FILES|CLONE_THREAD}, 88) = 900000002");
    line(1, 1, "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<TCP:[101]>");
    line(1, 2, "close(4<TCP:[101]> <unfinished ...>");
    line(2, 3, "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<TCP:[102]>");
    line(1, 4, "<... close resumed>) = 0");
    line(2, 5, "listen(4<TCP:[102]>, 5) = 0");
    line(2, 6, "close(4<TCP:[102]>) = 0");
    assertThat(told())
        .filteredOn(message -> message.contains(" = "))
        .containsExactly(
            "process fd 4: socket(AF_INET, SOCK_STREAM) = 0",
            "process fd 4 (2): socket(AF_INET, SOCK_STREAM) = 0",
            "process fd 4: close() = 0",
            "process fd 4 (2): listen(5) = 0",
            "process fd 4 (2): close() = 0");
  }

  @Test
  void anAddressOfIpv4WithinIpv6IsWhatItIsOnTheWire() {
    line(1, 1, "close(8<TCPv6:[[::ffff:127.0.0.1]:80->[::ffff:127.0.0.1]:4000]>) = 0");
    told();
    assertThat(((CallEntered) events.getFirst()).socket().local()).isEqualTo("127.0.0.1:80");
  }
}
