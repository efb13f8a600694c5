package wireflight.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import wireflight.language.Saying;
import wireflight.trace.TemporaryFolder;

/** The libpcap of this machine, if it has one: loads it once, opens captures, lists interfaces. */
final class Libpcap {
  /** How old a packet may become in the kernel's buffer before it is handed over. */
  private static final int WAIT_MILLIS = 4;

  // Return codes of pcap_activate.
  private static final int NO_SUCH_DEVICE = -5;
  private static final int PERMISSION_DENIED = -8;
  private static final int NOT_UP = -9;

  private Libpcap() {}

  /** Whether it can be loaded; the first call loads it, which takes some 200 ms. */
  static boolean available() {
    return Loaded.VERSION != null;
  }

  /** What it says of itself, as in {@code libpcap version 1.10.3}; empty where there is none. */
  static String version() {
    return Loaded.VERSION == null ? "" : Loaded.VERSION;
  }

  static FrameSource open(String name, CaptureOptions options, FrameSink sink)
      throws CaptureException {
    if (!available()) {
      throw new CaptureException(Advice.noLibrary());
    }
    PcapHandle handle;
    try {
      handle = activate(name, options, TimestampPrecision.NANO);
    } catch (PcapNativeException noNanoseconds) {
      try {
        handle = activate(name, options, TimestampPrecision.MICRO);
      } catch (PcapNativeException e) {
        throw explain(name, e);
      }
    }
    try {
      if (!options.filter().isBlank()) {
        handle.setFilter(options.filter(), BpfCompileMode.OPTIMIZE);
      }
    } catch (PcapNativeException | NotOpenException e) {
      handle.close();
      throw new CaptureException(
          Saying.english(
              Libpcap.class, "noFilter", options.filter(), String.valueOf(e.getMessage())),
          e);
    }
    int copies = seesEachPacketTwice(name) ? 2 : 1;
    PcapSource source = new PcapSource(name, handle, options.snapLength(), copies, sink);
    source.start();
    return source;
  }

  /** Interfaces as libpcap names them. */
  static List<CaptureInterface> interfaces() throws CaptureException {
    try {
      return Pcaps.findAllDevs().stream()
          .map(
              device ->
                  new CaptureInterface(
                      device.getName(),
                      device.getDescription() == null ? "" : device.getDescription(),
                      device.isLoopBack(),
                      device.isUp()))
          .toList();
    } catch (PcapNativeException e) {
      throw new CaptureException(
          Saying.english(Libpcap.class, "pcapUnlisted", String.valueOf(e.getMessage())), e);
    }
  }

  private static PcapHandle activate(
      String name, CaptureOptions options, TimestampPrecision precision)
      throws PcapNativeException {
    return new PcapHandle.Builder(name)
        .snaplen(options.snapLength())
        .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
        // In immediate mode libpcap uses a ring on Linux in which each packet takes as much room as
        // the longest could, a quarter of a megabyte, and bursts are lost. A short wait has no
        // cost.
        .immediateMode(!SystemCall.available())
        .timeoutMillis(WAIT_MILLIS)
        .bufferSize(options.bufferBytes())
        .timestampPrecision(precision)
        .build();
  }

  /**
   * Whether the kernel counts what leaves and what arrives, of which libpcap hands on what arrives:
   * so it is on the loopback interface of Linux. (The filter “inbound” would leave the rest out in
   * the kernel, but libpcap applies a new filter to its first blocks itself, cannot tell there what
   * is inbound, and drops them.)
   */
  private static boolean seesEachPacketTwice(String name) {
    if (!SystemCall.available()) {
      return false;
    }
    try {
      return new LinuxInterface(name).hardwareType() == LinuxInterface.HARDWARE_LOOPBACK;
    } catch (IOException e) {
      return false; // libpcap has pseudo-interfaces, such as “any”
    }
  }

  private static CaptureException explain(String name, PcapNativeException e) {
    Integer code = e.getReturnCode();
    return new CaptureException(
        switch (code == null ? 0 : code) {
          case PERMISSION_DENIED -> Advice.noRights(name);
          case NO_SUCH_DEVICE -> Advice.unknown(name);
          case NOT_UP -> Advice.down(name);
          default ->
              Saying.english(Libpcap.class, "pcapCannot", name, String.valueOf(e.getMessage()));
        },
        e);
  }

  /** Loads the library when first asked. */
  private static final class Loaded {
    static final @Nullable String VERSION = load();

    private static @Nullable String load() {
      // JNA unpacks its own library to load it: into a folder that is removed at once, rather than
      // into the person's home, and never one of the system, whose version may not fit.
      System.setProperty("jna.nosys", "true");
      Path folder = null;
      try {
        folder = Files.createTempDirectory(TemporaryFolder.own(), "jna");
        System.setProperty("jna.tmpdir", folder.toString());
        return Pcaps.libVersion();
      } catch (IOException | LinkageError e) {
        return null;
      } finally {
        System.clearProperty("jna.tmpdir");
        if (folder != null) {
          remove(folder);
        }
      }
    }

    private static void remove(Path folder) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        folder.toFile().deleteOnExit(); // a library in use cannot be removed on Windows
      }
    }
  }
}
