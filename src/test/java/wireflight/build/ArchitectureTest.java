package wireflight.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages, as the design draws them. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("wireflight");

  /** What every room may use besides: it says things to people. */
  private static final String LANGUAGE = "language";

  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(LANGUAGE, List.of()),
          Map.entry("packet", List.of()),
          Map.entry("trace", List.of()),
          Map.entry("capture", List.of("trace")),
          Map.entry("wire", List.of("packet", "trace", "capture")),
          Map.entry("lab", List.of("packet", "trace", "capture", "wire")),
          Map.entry("connection", List.of("packet", "trace")),
          Map.entry("application", List.of("connection", "packet", "trace")),
          Map.entry("timeline", List.of("connection", "application", "packet", "trace")),
          Map.entry("drawing", List.of()),
          Map.entry("diagram", List.of("timeline", "connection", "packet", "trace", "drawing")),
          Map.entry(
              "export", List.of("drawing", "diagram", "timeline", "connection", "packet", "trace")),
          Map.entry(
              "ui",
              List.of(
                  "packet",
                  "trace",
                  "capture",
                  "wire",
                  "lab",
                  "connection",
                  "application",
                  "timeline",
                  "drawing",
                  "diagram",
                  "export")));

  static Stream<Map.Entry<String, List<String>>> rooms() {
    return MAY_USE.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aPackageUsesOnlyWhatItMay(Map.Entry<String, List<String>> room) {
    String[] allowed =
        Stream.concat(room.getValue().stream(), Stream.of(room.getKey(), LANGUAGE))
            .map(name -> "wireflight." + name + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> others =
        resideInAnyPackage("wireflight..").and(resideOutsideOfPackages(allowed));
    noClasses()
        .that()
        .resideInAPackage("wireflight." + room.getKey() + "..")
        .should()
        .dependOnClassesThat(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("wireflight.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void javafxIsUsedOnlyByTheWindow() {
    onlyIn("javafx..", "wireflight.ui..");
  }

  @Test
  void libpcapIsUsedOnlyByTheCapture() {
    onlyIn("org.pcap4j..", "wireflight.capture..");
    onlyIn("com.sun.jna..", "wireflight.capture..");
  }

  @Test
  void socketsAreOpenedOnlyByTheLab() {
    noClasses()
        .that()
        .resideOutsideOfPackage("wireflight.lab..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.channels\\.(Server)?SocketChannel|java\\.nio\\.channels\\.DatagramChannel"
                + "|java\\.net\\.(Server|Datagram|Multicast)?Socket")
        .check(CLASSES);
  }

  @Test
  void clocksAreReadOnlyAtTheEdges() {
    String[] edges = {
      "wireflight.lab..", "wireflight.wire..", "wireflight.capture..", "wireflight.ui.."
    };
    noClasses()
        .that()
        .resideOutsideOfPackages(edges)
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }

  private static void onlyIn(String used, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(used)
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
