package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wireflight.capture.SystemCall;

/** What the check-up makes of what it finds. */
class CheckupTest {
  private static final String SAYS_NO = "This user may not capture.";

  private final FakeMachine machine = new FakeMachine();

  @Test
  void lessonsRunInANetworkOfTheirOwnWhereCaptureWorksInIt() {
    machine.running = command -> new Machine.Ran(0, lines(trial -> ""));
    Checkup.Report report = examine(trial -> Optional.of(SAYS_NO));
    assertThat(report.lessonsCanRun()).isTrue();
    assertThat(report.conclusion()).contains("network of its own");
    assertThat(finding(report, "capture in it").ok()).isTrue();
    assertThat(finding(report, "capture on this machine's loopback"))
        .isEqualTo(new Finding("capture on this machine's loopback", false, SAYS_NO));
  }

  @Test
  void theTrialsAreMadeByAJavaInThatNetwork() {
    examine(trial -> Optional.empty());
    assertThat(machine.ran.getLast())
        .startsWith("unshare", "--user", "--map-root-user", "--net", "the java.home/bin/java")
        .endsWith("-classpath", "the java.class.path", "wireflight.lab.Trials");
  }

  @Test
  void aChildThatDiesOrTalksNonsenseLeavesItsTrialsFailed() {
    machine.running =
        command ->
            command.contains("true")
                ? new Machine.Ran(0, "")
                : new Machine.Ran(134, "PACKET_SOCKET\t\n# A fatal error has been detected");
    Checkup.Report report = examine(trial -> Optional.empty());
    assertThat(finding(report, "capture in it").ok()).isTrue();
    assertThat(finding(report, "TCP_INFO"))
        .isEqualTo(new Finding("TCP_INFO", false, "The trial did not come to its end."));
  }

  @Test
  void withoutANetworkOfTheirOwnLessonsRunOnTheLoopbackIfItMayBeCaptured() {
    machine.commands.clear();
    Checkup.Report report = examine(trial -> Optional.empty());
    assertThat(report.lessonsCanRun()).isTrue();
    assertThat(report.conclusion()).contains("own loopback interface");
    assertThat(report.findings()).extracting(Finding::name).doesNotContain("capture in it");
  }

  @Test
  void withNeitherTheConclusionSaysWhatToDo() {
    machine.commands.clear();
    Checkup.Report report = examine(trial -> Optional.of(SAYS_NO));
    assertThat(report.lessonsCanRun()).isFalse();
    assertThat(report.conclusion())
        .startsWith("Lessons cannot run yet: " + finding(report, "own network").text())
        .contains(SAYS_NO)
        .endsWith("the recordings of the lessons that come with Wireflight.");
    assertThat(finding(report, "ports below 1024").text()).contains("ip_unprivileged_port_start=0");
    assertThat(finding(report, "TUN devices").text()).contains("modprobe tun");
    assertThat(finding(report, "SCTP").text()).contains("modprobe sctp");
    assertThat(finding(report, "tshark").text()).contains("apt install tshark");
    machine.with("/dev/net/tun", "");
    assertThat(finding(examine(trial -> Optional.of(SAYS_NO)), "TUN devices").text())
        .contains("chmod 0666 /dev/net/tun");
  }

  @Test
  void elsewhereThanOnLinuxOnlyRecordingsCanBeOpened() {
    Checkup.Report report = new Checkup(machine, false, trial -> Optional.empty()).examine();
    assertThat(report.lessonsCanRun()).isFalse();
    assertThat(report.findings()).extracting(Finding::name).containsExactly("Java", "libpcap");
  }

  @Test
  void onThisMachineTheTrialsAgreeWithEachOther() {
    assumeTrue(SystemCall.available(), "needs 64-bit Linux");
    Checkup.Report report = Checkup.ofThisMachine().examine();
    boolean own = finding(report, "own network").ok();
    assumeTrue(own, "no network of its own: " + finding(report, "own network").text());
    // Whoever has made a network is its administrator.
    assertThat(report.lessonsCanRun()).isTrue();
    assertThat(finding(report, "capture in it").ok()).isTrue();
    assertThat(finding(report, "MTU in it").ok()).isTrue();
    assertThat(finding(report, "ports below 1024").ok()).isTrue();
    assertThat(finding(report, "TCP_INFO").ok()).isTrue();
  }

  private Checkup.Report examine(Function<Trial, Optional<String>> here) {
    return new Checkup(machine, true, here).examine();
  }

  private static String lines(Function<Trial, String> said) {
    return Arrays.stream(Trial.values())
        .map(trial -> trial + "\t" + said.apply(trial) + "\n")
        .collect(Collectors.joining());
  }

  private static Finding finding(Checkup.Report report, String name) {
    return report.findings().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
