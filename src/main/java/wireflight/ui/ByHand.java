package wireflight.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;
import wireflight.lab.LessonError;
import wireflight.lab.Sandbox;
import wireflight.lab.WireState;
import wireflight.trace.Event;
import wireflight.trace.Note;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/**
 * A run whose calls a person makes one by one: a line is checked here, made by the worker, and
 * believed once the recording tells of it.
 *
 * <p>For the JavaFX thread only.
 */
final class ByHand {
  private final Texts texts;
  private final Runs runs;
  private final OnShow onShow;
  private final Runnable changed;
  private @Nullable Hands hands;
  private boolean wire;

  /** Nothing is in anybody's hands. */
  ByHand(Texts texts, Runs runs, OnShow onShow, Runnable changed) {
    this.texts = texts;
    this.runs = runs;
    this.onShow = onShow;
    this.changed = changed;
  }

  /** One run in a person's hands. */
  private static final class Hands {
    final Sandbox sandbox = new Sandbox();
    final String title;
    final List<String> script;
    final Recording recording;
    final Runner.HandRun run;
    int rowsSeen;
    String remark = "";

    Hands(String title, List<String> script, Recording recording, Runner.HandRun run) {
      this.title = title;
      this.script = script;
      this.recording = recording;
      this.run = run;
    }
  }

  /** Begins with no socket at all. */
  void begin() {
    begin(texts.get("hand.title"), List.of(), List.of());
  }

  /** Begins with no socket, and proposes a lesson's calls one after the other. */
  void begin(Lesson lesson) {
    List<String> script =
        lesson.steps().stream()
            .flatMap(step -> step.lines().stream())
            .map(Lesson.Line::text)
            .toList();
    begin(texts.get("hand.lesson", lesson.title()), script, List.of());
  }

  /** Begins anew with the calls that were made, but for the last so many. */
  void again(int without) {
    Hands now = hands;
    if (now != null) {
      List<String> lines = now.sandbox.lines();
      begin(now.title, now.script, lines.subList(0, Math.max(0, lines.size() - without)));
    }
  }

  private void begin(String title, List<String> script, List<String> lines) {
    runs.byHand(
        title,
        (recording, run) -> {
          Hands begun = new Hands(title, script, recording, run);
          hands = begun;
          lines.forEach(line -> make(begun, line));
        });
  }

  /** Makes a call, or says why it cannot be made. */
  void call(String line) {
    Hands now = hands;
    if (now != null && !line.isBlank()) {
      make(now, line);
      changed.run();
    }
  }

  private void make(Hands now, String line) {
    now.remark = "";
    try {
      now.sandbox.check(line);
      now.run.call(line.strip());
      now.sandbox.made(line);
    } catch (LessonError wrong) {
      now.remark = wrong.in(texts.language());
    } catch (IOException gone) {
      now.remark = texts.get("hand.gone");
    }
  }

  /** Where the sockets to come are made, while nothing was done that settles it. */
  void place(boolean onTheWire) {
    wire = onTheWire;
    changed.run();
  }

  private boolean onWire(Hands now) {
    return now.sandbox.onWire().orElse(wire);
  }

  /** Tells the wire something at once, whatever call is waiting; a step of what is done by hand. */
  void tellWire(String line) {
    Hands now = hands;
    if (now == null) {
      return;
    }
    now.remark = "";
    try {
      now.sandbox.check(line);
      if (now.sandbox.lines().isEmpty()) {
        now.run.call(line); // it makes the wire, before which nothing is recorded
      } else {
        now.run.now(line);
      }
      now.sandbox.made(line);
    } catch (LessonError wrong) {
      now.remark = wrong.in(texts.language());
    } catch (IOException gone) {
      now.remark = texts.get("hand.gone");
    }
    changed.run();
  }

  /** Goes back to the lessons; what was recorded stays on show. */
  void leave() {
    if (hands != null) {
      hands.run.stop();
      hands = null;
      changed.run();
    }
  }

  /** What was done, as a lesson's text; empty while nothing was done. */
  Optional<String> lesson(String title) {
    Hands now = hands;
    return now == null || now.sandbox.lines().isEmpty()
        ? Optional.empty()
        : Optional.of(now.sandbox.lesson(title));
  }

  /** Takes in what the recording has grown by; says whether there was something. */
  boolean beat() {
    Hands now = hands;
    if (now == null) {
      return false;
    }
    Trace trace = now.recording.snapshot();
    boolean news = now.rowsSeen < trace.size();
    for (; now.rowsSeen < trace.size(); now.rowsSeen++) {
      if (!trace.isFrame(now.rowsSeen)) {
        Event event = trace.event(now.rowsSeen);
        now.sandbox.see(event);
        if (event instanceof Note note && !WireState.isTold(note)) {
          now.remark = texts.put(note.message());
        }
      }
    }
    return news;
  }

  /** What is in a person's hands; null for nothing. */
  @Nullable HandView view() {
    Hands now = hands;
    if (now == null) {
      return null;
    }
    Source source = onShow.source();
    boolean gone = source == null ? !runs.starting() : !source.recording().equals(now.recording);
    if (gone) {
      hands = null; // something else has taken its place, or nothing came of it
      return null;
    }
    Sandbox sandbox = now.sandbox;
    int made = sandbox.lines().size();
    boolean asWritten =
        made < now.script.size() && sandbox.lines().equals(now.script.subList(0, made));
    return new HandView(
        runs.isRunning(now.run),
        sandbox.sockets().stream()
            .map(socket -> new HandView.Bench(socket, sandbox.offers(socket)))
            .toList(),
        sandbox.creations("server", onWire(now) ? 2 : 0),
        sandbox.creations("client", onWire(now) ? 1 : 0),
        asWritten ? now.script.get(made) : "",
        made,
        onWire(now),
        sandbox.onWire().isPresent(),
        now.remark);
  }
}
