package wireflight.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a window can be opened here, before JavaFX tries and fails with a stack trace.
 *
 * <p>Only Linux is asked: it alone may lack a display or GTK. Thread-safe.
 */
final class Display {
  private Display() {}

  /** Why no window can be opened, as the start of a sentence; empty where one can. */
  static Optional<String> whatIsMissing() {
    return whatIsMissing(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv());
  }

  static Optional<String> whatIsMissing(
      String system, String platform, Map<String, String> environment) {
    if (!system.startsWith("Linux") || platform.equalsIgnoreCase("Headless")) {
      return Optional.empty();
    }
    // JavaFX 26 speaks X11 only; under Wayland that is XWayland, which sets DISPLAY too.
    if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return Optional.of("There is no display here (DISPLAY is not set)");
    }
    if (!hasLibrary("libgtk-3.so.0")) {
      return Optional.of(
          "GTK 3, which the window needs, is not installed (on Debian: apt install libgtk-3-0)");
    }
    if (!displayAnswers()) {
      return Optional.of("The display " + environment.get("DISPLAY") + " does not answer");
    }
    return Optional.empty();
  }

  private static boolean hasLibrary(String name) {
    try {
      // Kept loaded: JavaFX is about to need it anyway.
      return SymbolLookup.libraryLookup(name, Arena.global()) != null;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }

  /** Whether the X server that DISPLAY names lets us in; GTK, asked first, brings libX11 along. */
  private static boolean displayAnswers() {
    try {
      SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
      Linker linker = Linker.nativeLinker();
      MemorySegment display =
          (MemorySegment)
              linker
                  .downcallHandle(
                      x11.findOrThrow("XOpenDisplay"),
                      FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(MemorySegment.NULL);
      if (display.address() == 0) {
        return false;
      }
      int closed =
          (int)
              linker
                  .downcallHandle(
                      x11.findOrThrow("XCloseDisplay"),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                  .invokeExact(display);
      return closed == 0;
    } catch (IllegalArgumentException missing) {
      return false;
    } catch (Throwable impossible) {
      throw new IllegalStateException("calling libX11 failed", impossible);
    }
  }
}
