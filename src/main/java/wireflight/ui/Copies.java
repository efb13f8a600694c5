package wireflight.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import wireflight.diagram.View;
import wireflight.export.Export;
import wireflight.export.ExportOptions;
import wireflight.export.Format;
import wireflight.export.Progress;

/**
 * Puts the packet or the diagram on the clipboard: the packet as text, the diagram as a picture and
 * as SVG, of which a program takes what it likes best.
 *
 * <p>For the JavaFX thread only.
 */
final class Copies {
  /** Kept here, because JavaFX forgets formats that nobody holds. */
  static final DataFormat SVG = format("image/svg+xml");

  private final Texts texts;
  private final RecordingFiles files;
  private final OnShow onShow;
  private final Playhead playhead;
  private final Tasks tasks;
  private final Supplier<Shown> shown;

  Copies(
      Texts texts,
      RecordingFiles files,
      OnShow onShow,
      Playhead playhead,
      Tasks tasks,
      Supplier<Shown> shown) {
    this.texts = texts;
    this.files = files;
    this.onShow = onShow;
    this.playhead = playhead;
    this.tasks = tasks;
    this.shown = shown;
  }

  /** Copies the packet that is selected, or else that of the step. */
  void packet() {
    Shown now = shown.get();
    Showing showing = now.showing();
    int row = now.headerRow();
    if (showing == null) {
      return;
    }
    if (row < 0) {
      tasks.show(new Notice(Notice.Kind.WARNING, texts.get("problem.copy.packet")));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(new PacketText(texts).of(showing, row));
    Clipboard.getSystemClipboard().setContent(content);
    tasks.show(new Notice(Notice.Kind.DONE, texts.get("done.copied.packet")));
  }

  /** Copies the diagram that is shown, all of it. */
  void diagram() {
    Showing showing = onShow.showing();
    if (showing == null || tasks.work() != null) {
      return;
    }
    View view = onShow.view();
    Export export = files.export(showing, onShow.selected(), view);
    ExportOptions whole =
        ExportChoice.whole(view, showing.timeline().steps(), shown.get())
            .options(playhead.position());
    tasks.begin(
        texts.get("work.copying"),
        self -> {
          Progress progress = _ -> !self.isCancelled();
          ByteArrayOutputStream svg = new ByteArrayOutputStream();
          export.write(Format.SVG, whole, progress, svg);
          ByteArrayOutputStream png = new ByteArrayOutputStream();
          export.write(Format.PNG, whole, progress, png);
          return () -> put(svg.toByteArray(), png.toByteArray());
        },
        failure ->
            tasks.tell(
                new Notice(
                    Notice.Kind.ERROR,
                    texts.get("problem.copy", Tasks.sentence(failure, texts.language())))));
  }

  private void put(byte[] svg, byte[] png) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(new Image(new ByteArrayInputStream(png)));
    content.put(SVG, ByteBuffer.wrap(svg));
    Clipboard.getSystemClipboard().setContent(content);
    tasks.tell(new Notice(Notice.Kind.DONE, texts.get("done.copied.diagram")));
  }

  private static DataFormat format(String type) {
    DataFormat known = DataFormat.lookupMimeType(type);
    return known == null ? new DataFormat(type) : known;
  }
}
