package wireflight.lab;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/**
 * The sockets that the lines of a lesson have named so far, what they are, and on which device of
 * the wire they stand. Not safe for use by several threads.
 */
final class LessonSockets {
  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]{0,31}");

  private final Map<String, SocketKind> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> devices = new LinkedHashMap<>();
  private boolean wired;

  /** Whether a name has the form of one. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  boolean has(String name) {
    return kinds.containsKey(name);
  }

  int count() {
    return kinds.size();
  }

  Collection<String> names() {
    return kinds.keySet();
  }

  SocketKind kindOf(String name) {
    return kinds.getOrDefault(name, SocketKind.TCP);
  }

  void add(String name, SocketKind kind) {
    kinds.put(name, kind);
  }

  /** Puts a socket that was accepted onto the device of the one that listens. */
  void besides(String name, String server) {
    if (devices.containsKey(server)) {
      devices.put(name, devices.get(server));
    }
  }

  boolean onDevice(String name) {
    return devices.containsKey(name);
  }

  void place(String name, int device) {
    devices.put(name, device);
    wired = true;
  }

  /** The devices by the sockets that stand on them. */
  Map<String, Integer> devices() {
    return devices;
  }

  /** Whether sockets stand on the loopback, beside which there is no wire. */
  boolean onLoopback() {
    return !kinds.isEmpty() && devices.isEmpty();
  }

  /** Whether sockets are made on the wire, because something was said of it. */
  boolean wired() {
    return wired;
  }

  void wire() {
    wired = true;
  }

  /** The name in a line's word, which must be a known socket's. */
  String known(LineWords words, int index) throws LessonError {
    Word word = words.word(index, "expected.name");
    if (word.quoted() || !has(word.text())) {
      throw unknown(words, index);
    }
    return word.text();
  }

  /** That the word is no socket's name. */
  LessonError unknown(LineWords words, int index) throws LessonError {
    String name = words.word(index, "expected.name").text();
    Saying saying = Saying.of(LessonSockets.class, "unknown", name);
    return words.error(index + 1, Nearest.hinted(saying, name, names()));
  }
}
