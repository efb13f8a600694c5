package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.build.Beside;
import wireflight.lab.Checkup;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** The commands record and lessons, each in a process of its own, as a person runs them. */
@Beside
@Timeout(180)
class RecordCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  private record Ran(int code, String output, String complaints) {}

  @Test
  void aLessonBecomesAFile() throws Exception {
    assumeLessonsRun();
    assertThat(run("", "record", "handshake")).isEqualTo(new Ran(0, "", ""));
    Trace trace = Recording.open(folder.resolve("handshake.pcapng"));
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isGreaterThan(20);
    Ran again = run("", "record", "handshake");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.complaints()).contains("handshake.pcapng is already there");
  }

  @Test
  void servedCallsAreMadeAsTheyComeAndTheRecordingIsStandardOutput() throws Exception {
    assumeLessonsRun();
    Ran ran = run("u = socket udp\nu bind :9\nend\n", "record", "--serve");
    assertThat(ran.code()).isZero();
    Recording recording = Recording.follow("served");
    recording.append(ran.output().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(recording.snapshot().problems()).isEmpty();
    assertThat(recording.snapshot().size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aNameThatIsNoLessonIsToldWithTheNearestThatIs() throws Exception {
    Ran ran = run("", "record", "handshaek");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.complaints()).contains("handshaek", "handshake");
    assertThat(run("", "record").code()).isEqualTo(2);
    assertThat(run("", "record", "--serve", "-o", "x.pcapng").code()).isEqualTo(1);
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void lessonsAreListedALineEach() throws Exception {
    Ran ran = run("", "lessons");
    assertThat(ran.code()).isZero();
    assertThat(ran.output().lines()).anyMatch(line -> line.startsWith("handshake"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = socket tcp\\na connect 192.0.2.1:80 | loopback",
        "a = socket tcp\\na connect example.com:80 | loopback",
        "a = socket udp\\na bind :0\\na sendto 8.8.8.8:53 \"x\" | loopback",
        "a = socket tcp\\na send 10 GB | word",
        "a = socket tcp\\na send 99999999 bytes | 1",
        "a = socket tcp\\nwait 1000s | wait",
      })
  void aHostileLessonIsRefusedBeforeItsFirstCall(String calls, String told) throws Exception {
    Path lesson = folder.resolve("hostile.md");
    Files.writeString(lesson, "# Hostile\n```sockets\n" + calls.replace("\\n", "\n") + "\n```\n");
    refused(lesson, told);
  }

  @Test
  void aMillionSocketsAndAnEndlessFileAreRefused() throws Exception {
    Path sockets = folder.resolve("sockets.md");
    StringBuilder many = new StringBuilder("# Many\n```sockets\n");
    for (int i = 0; i < 1000; i++) {
      many.append("s").append(i).append(" = socket tcp\n");
    }
    Files.writeString(sockets, many.append("```\n"));
    refused(sockets, "256");
    Path endless = folder.resolve("long.md");
    Files.writeString(endless, "# Long\n" + "x".repeat(300_000));
    refused(endless, "long.md");
  }

  @Test
  void whatTheKernelCannotDoLeavesNoFileAndTouchesNone() throws Exception {
    Path lesson = folder.resolve("sctp.md");
    Files.writeString(lesson, "# SCTP\n```sockets\na = socket sctp\n```\n");
    Path made = folder.resolve("made.pcapng");
    Ran ran = run("", "record", lesson.toString(), "-o", made.toString());
    assumeTrue(ran.code() == 1, "needs a kernel without SCTP");
    assertThat(ran.complaints()).contains("modprobe sctp").doesNotContain("made.pcapng");
    assertThat(made).doesNotExist();
    Files.writeString(made, "of yesterday");
    assertThat(run("", "record", lesson.toString(), "-o", made.toString()).code()).isEqualTo(1);
    assertThat(made).hasContent("of yesterday");
  }

  @Test
  void whatWasRecordedBeforeALessonCouldNotGoOnIsKeptAndTheSentencesStayApart() throws Exception {
    assumeLessonsRun();
    Path lesson = folder.resolve("half.md");
    Files.writeString(
        lesson,
        "# Half\n```sockets\na = socket tcp\nb = a accept\nb recv\n```\n",
        StandardCharsets.UTF_8);
    Path made = folder.resolve("made.pcapng");
    Ran ran = run("", "record", lesson.toString(), "-o", made.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.complaints())
        .contains("half.md, line 5", "never returned. What was recorded until then is in ");
    assertThat(Recording.open(made).size()).isGreaterThan(3);
  }

  @Test
  void pathsThatAreNoLessonAreRefused() throws Exception {
    for (String path : List.of("../../../../etc/passwd", "/dev/zero", "/proc/self/mem", ".")) {
      Ran ran = run("", "record", path);
      assertThat(ran.code()).as(path).isEqualTo(1);
      assertThat(ran.complaints()).as(path).startsWith("wireflight: ").hasLineCount(1);
    }
    assertThat(folder.toFile().list()).isEmpty();
  }

  private void refused(Path lesson, String told) throws Exception {
    Ran ran = run("", "record", lesson.toString(), "-o", "made.pcapng");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.complaints()).contains(String.valueOf(lesson.getFileName()), told);
    assertThat(folder.resolve("made.pcapng")).doesNotExist();
  }

  private Ran run(String input, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    // It starts in another folder.
    String classPath =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(each -> new File(each).getAbsolutePath())
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-classpath", classPath));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path complaints = Files.createTempFile("complaints", "");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(complaints.toFile())
              .start();
      try (OutputStream to = process.getOutputStream()) {
        to.write(input.getBytes(StandardCharsets.UTF_8));
      }
      byte[] output = process.getInputStream().readAllBytes();
      return new Ran(
          process.waitFor(),
          new String(output, StandardCharsets.ISO_8859_1),
          Files.readString(complaints));
    } finally {
      Files.delete(complaints);
    }
  }

  private static void assumeLessonsRun() {
    assumeTrue(
        Checkup.ofThisMachine().examine().lessonsCanRun(),
        "needs rights to make or watch a network");
  }
}
