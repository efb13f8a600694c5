package wireflight.lab;

import java.util.HashMap;
import java.util.Map;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;
import wireflight.trace.Note;
import wireflight.trace.SocketName;
import wireflight.wire.Link;
import wireflight.wire.Wire;

/**
 * How the lab's wire carries packets, as a recording tells it: every line that the wire was given
 * stands there, whether a lesson or a person gave it. Not safe for use by several threads.
 */
public final class WireState {
  private static final String TOLD = "The wire is told: ";

  private final Map<String, Integer> devices = new HashMap<>();
  private Setting setting = new Setting(Link.PLAIN, Link.PLAIN, false);

  /**
   * How packets are carried at one moment.
   *
   * @param there from Device 1 to Device 2
   * @param back from Device 2 to Device 1
   * @param holding whether packets wait for somebody's decision, in one direction at least
   */
  public record Setting(Link there, Link back, boolean holding) {}

  /** The row that says what the wire is told. */
  static String told(String line) {
    return TOLD + line + ".";
  }

  /** Whether a row says what the wire is told. */
  public static boolean isTold(Note note) {
    return note.message().startsWith(TOLD);
  }

  /** Takes in what a recording says; whether the setting has changed. */
  public boolean see(Event event) {
    Setting before = setting;
    if (event instanceof Note note && isTold(note)) {
      tell(note.message().substring(TOLD.length(), note.message().length() - 1));
    } else if (event instanceof CallReturned call) {
      place(call.socket());
    }
    return !setting.equals(before);
  }

  /** How packets are carried now. */
  public Setting setting() {
    return setting;
  }

  private void place(SocketName socket) {
    for (int device = 1; device <= 2; device++) {
      if (socket.local().startsWith("10.0.0." + device + ":")
          || socket.local().startsWith("[fd00::" + device + "]")) {
        devices.put(socket.actor(), device);
      }
    }
  }

  private void tell(String line) {
    WireOrder order;
    try {
      order = new WireLine(new LineWords("the recording", 0, "wire " + line), devices).order();
    } catch (LessonError ofAnotherVersion) {
      return; // a later program may know more words; the packets tell what came of them
    }
    if (order instanceof LinkChange change) {
      setting =
          new Setting(
              change.which() == Wire.From.DEVICE_2
                  ? setting.there
                  : change.setting().apply(setting.there),
              change.which() == Wire.From.DEVICE_1
                  ? setting.back
                  : change.setting().apply(setting.back),
              setting.holding);
    } else if (line.startsWith("hold") || line.startsWith("flow")) {
      setting = new Setting(setting.there, setting.back, line.startsWith("hold"));
    }
  }
}
