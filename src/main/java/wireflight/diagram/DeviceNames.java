package wireflight.diagram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.language.Texts;

/** The names of devices, of which recordings have the lab's own in English. */
final class DeviceNames {
  private static final String LOCAL = "this machine";
  private static final Pattern NUMBERED = Pattern.compile("Device (\\d+)");

  private DeviceNames() {}

  /** A recorded name in the reader's language; any other name as it is. */
  static String of(Texts texts, String name) {
    if (name.equals(LOCAL)) {
      return local(texts);
    }
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? texts.get("deviceNames.numbered", numbered.group(1)) : name;
  }

  /** What the machine is called on which the recording was made. */
  static String local(Texts texts) {
    return texts.get("deviceNames.local");
  }
}
