package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StraceLogTest {
  @Test
  void aDescriptorThatIsGivenAnewBeforeItsCloseReturnedIsTheNewSockets() {
    List<String> log =
        List.of(
            "1 bind(4, {sa_family=AF_PACKET, sll_ifindex=1}, 20) = 0",
            "2 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 5",
            "2 accept(5,  <unfinished ...>",
            "1 close(7 <unfinished ...>",
            "2 <... accept resumed>NULL, NULL)    = 7",
            "1 <... close resumed>)               = 0",
            "2 recvfrom(7, \"hello\", 65536, 0, NULL, NULL) = 5",
            "2 close(7)                           = 0");
    assertThat(StraceLog.callsBySocket(log))
        .containsExactly(List.of("socket", "accept"), List.of("recvfrom 5", "close"));
  }

  @Test
  void addressesAndErrorsAreKept() {
    List<String> log =
        List.of(
            "1 bind(4, {sa_family=AF_PACKET, sll_ifindex=1}, 20) = 0",
            "2 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 5",
            "2 bind(5, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0),"
                + " inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0",
            "2 sendto(5, \"x\", 1, 0, {sa_family=AF_INET6, sin6_port=htons(9),"
                + " sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::1\", &sin6_addr),"
                + " sin6_scope_id=0}, 28) = -1 EPERM (Operation not permitted)");
    assertThat(StraceLog.callsBySocket(log))
        .containsExactly(List.of("socket", "bind [::1]:80", "sendto [::1]:9 EPERM"));
  }
}
