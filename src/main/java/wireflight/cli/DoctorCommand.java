package wireflight.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import wireflight.lab.Checkup;
import wireflight.lab.Finding;

/** Says what this machine allows; exit code 0 if lessons can run. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "What this machine allows, and the command that mends what it does not.")
final class DoctorCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Checkup.Report report = Checkup.ofThisMachine().examine();
    List<Finding> findings = new ArrayList<>(report.findings());
    findings.add(1, window(Display.whatIsMissing()));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(text(findings, report.conclusion()));
    return report.lessonsCanRun() ? 0 : 1;
  }

  static Finding window(Optional<String> missing) {
    return new Finding(
        "window",
        missing.isEmpty(),
        missing
            .map(why -> why + "; commands work without it.")
            .orElse("can be opened on this display"));
  }

  static String text(List<Finding> findings, String conclusion) {
    int width = findings.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Finding each : findings) {
      text.append(each.ok() ? "ok  " : "no  ")
          .append(each.name())
          .repeat(' ', width - each.name().length() + 2)
          .append(each.text())
          .append('\n');
    }
    return text.append(conclusion).append('\n').toString();
  }
}
