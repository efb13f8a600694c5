package wireflight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import wireflight.capture.SystemCall;

/** Finds out what this machine allows, by trying it, and what would mend what it does not. */
public final class Checkup {
  private final Machine machine;
  private final boolean linux;
  private final Function<Trial, Optional<String>> here;

  /**
   * A check-up.
   *
   * @param linux whether it is a Linux whose system calls are known
   * @param here makes a trial in this process: what went wrong, or empty
   */
  Checkup(Machine machine, boolean linux, Function<Trial, Optional<String>> here) {
    this.machine = machine;
    this.linux = linux;
    this.here = here;
  }

  /** A check-up of the machine this runs on. */
  public static Checkup ofThisMachine() {
    return new Checkup(new ThisMachine(), SystemCall.available(), Trial::outcome);
  }

  /**
   * What was found.
   *
   * @param findings one by one
   * @param lessonsCanRun whether lessons can be run and recorded
   * @param conclusion one sentence on how, or on what to do first
   */
  public record Report(List<Finding> findings, boolean lessonsCanRun, String conclusion) {}

  /** Tries everything; takes about a second. */
  public Report examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    if (!linux) {
      findings.add(finding("libpcap", here.apply(Trial.LIBPCAP), "it captures"));
      return new Report(
          findings,
          false,
          "Lessons need 64-bit Linux (on Windows: WSL); recordings can be opened everywhere.");
    }
    NetworkObstacle network = new NetworkObstacle(machine);
    Optional<String> obstacle = network.find();
    boolean own = obstacle.isEmpty();
    Map<Trial, String> outcomes = own ? Trials.inOwnNetwork(machine, network.enter()) : Map.of();
    Function<Trial, Optional<String>> trials = own ? trial -> outcome(outcomes, trial) : here;
    Finding captureHere =
        finding(
            "capture on this machine's loopback",
            here.apply(Trial.PACKET_SOCKET),
            "a packet socket sees every packet");
    Finding captureThere =
        finding(
            "capture in it",
            trials.apply(Trial.PACKET_SOCKET),
            "a packet socket sees every packet");
    findings.add(
        finding("own network", obstacle, "by `" + String.join(" ", network.enter()) + "`"));
    if (own) {
      findings.add(captureThere);
      findings.add(finding("MTU in it", trials.apply(Trial.MTU), "can be set"));
    }
    findings.add(captureHere);
    findings.add(finding("libpcap", trials.apply(Trial.LIBPCAP), "captures as well"));
    findings.add(
        finding(
            "ports below 1024",
            trials.apply(Trial.LOW_PORTS).map(Checkup::withoutLowPorts),
            own ? "in the own network" : "on this machine"));
    findings.add(
        finding("TCP_INFO", trials.apply(Trial.TCP_INFO), "the kernel tells states of sockets"));
    findings.add(
        finding("TUN devices", trials.apply(Trial.TUN).map(this::withoutTun), "can be made"));
    Finding wire =
        finding(
            "the wire",
            // Where no network can be made, what helps against that comes first.
            trials.apply(Trial.WIRE).map(trouble -> obstacle.orElse(trouble)),
            "two devices, each with a network of its own");
    findings.add(wire);
    findings.add(
        finding("SCTP", trials.apply(Trial.SCTP).map(Checkup::withoutSctp), "the kernel has it"));
    helpers().forEach(findings::add);
    return conclude(findings, own && captureThere.ok(), wire.ok(), captureHere, obstacle);
  }

  private static Report conclude(
      List<Finding> findings,
      boolean own,
      boolean wire,
      Finding captureHere,
      Optional<String> obstacle) {
    List<Finding> found = List.copyOf(findings);
    String played = wire ? "" : " Of those on the wire the window plays the recordings.";
    if (own) {
      return new Report(found, true, "Lessons can run, each in a network of its own." + played);
    }
    if (captureHere.ok()) {
      return new Report(
          found, true, "Lessons can run on this machine's own loopback interface." + played);
    }
    // A network of its own needs no rights, so what brings it is said first.
    return new Report(
        found,
        false,
        "Lessons cannot run yet: "
            + obstacle.map(it -> it + " Or else: ").orElse("")
            + captureHere.text()
            + " Until then the window plays the recordings of the lessons that come with"
            + " Wireflight.");
  }

  private Finding java() {
    String version = machine.property("java.version");
    return new Finding("Java", true, version + ", " + machine.property("java.vendor"));
  }

  /** Programs that Wireflight does well without. */
  private Stream<Finding> helpers() {
    return Stream.of(
        helper("tshark", "tshark", "to compare analyses with"),
        helper("strace", "strace", "to check recorded calls with"),
        helper("libreoffice", "libreoffice-impress", "to look at exported slides with"));
  }

  private Finding helper(String command, String debianPackage, String purpose) {
    boolean found = machine.hasCommand(command);
    String mend = found ? "" : ": `sudo apt install " + debianPackage + "`";
    return new Finding(command, found, "optional, " + purpose + mend);
  }

  private static Optional<String> outcome(Map<Trial, String> outcomes, Trial trial) {
    String said = outcomes.getOrDefault(trial, "The trial did not come to its end.");
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static Finding finding(String name, Optional<String> trouble, String fine) {
    return new Finding(name, trouble.isEmpty(), trouble.orElse(fine));
  }

  private static String withoutLowPorts(String trouble) {
    return (trouble.endsWith(".") ? trouble : trouble + ".")
        + " Lessons then add 10000 to them; `sudo sysctl net.ipv4.ip_unprivileged_port_start=0`"
        + " opens them to everybody.";
  }

  private static String withoutSctp(String trouble) {
    return trouble + " SCTP is then decoded from captures only: `sudo modprobe sctp`.";
  }

  private String withoutTun(String trouble) {
    String mend =
        machine.exists(Path.of("/dev/net/tun"))
            ? "`sudo chmod 0666 /dev/net/tun`"
            : "`sudo modprobe tun`";
    return trouble + " A wire between two devices needs them: " + mend + ".";
  }
}
