package wireflight.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lessons;

/** The file dialogs of the system; each opens where the last one ended. */
final class SystemDialogs implements Dialogs {
  private final Window owner;
  private final Texts texts;
  private @Nullable File folder;
  private Program program = new Program("", Path.of(System.getProperty("user.home", ".")));

  SystemDialogs(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> open() {
    FileChooser chooser = chooser("dialog.open");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                texts.get("dialog.recordings"),
                List.of("*.pcapng", "*.pcap", "*.cap", "*.ntar", "*.md")),
            new ExtensionFilter(texts.get("dialog.all"), "*"));
    return chosen(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Program> program() {
    ProgramDialog dialog = new ProgramDialog(owner, texts, program);
    Optional<Program> wanted = dialog.showAndWait();
    wanted.ifPresent(each -> program = each);
    return wanted;
  }

  @Override
  public Optional<Path> save(String suggestion) {
    return saved(chooser("dialog.save"), suggestion).map(this::remembered);
  }

  @Override
  public Optional<Path> lesson(String suggestion) {
    Path shelf = Lessons.usualFolder();
    boolean made = shelf.toFile().mkdir();
    FileChooser chooser = chooser("dialog.save");
    if (Files.isDirectory(shelf)) {
      chooser.setInitialDirectory(shelf.toFile());
    }
    Optional<Path> to = saved(chooser, suggestion);
    if (made && to.filter(path -> path.startsWith(shelf)).isEmpty()) {
      // It was made to be offered, and stays only where something comes into it.
      shelf.toFile().delete();
    }
    return to;
  }

  private Optional<Path> saved(FileChooser chooser, String suggestion) {
    String ending = suggestion.substring(suggestion.lastIndexOf('.'));
    chooser.setInitialFileName(suggestion);
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter(texts.get("dialog.kind" + ending), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner))
        .map(File::getPath)
        .map(path -> Path.of(path.endsWith(ending) ? path : path + ending));
  }

  @Override
  public Optional<ExportChoice> export(ExportChoice start, ExportSource source) {
    ExportForm form = new ExportForm(texts, start, source, this::deck);
    Dialog<ExportChoice> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("export.title"));
    dialog.getDialogPane().setContent(form);
    ButtonType write = new ButtonType(texts.get("export.write"), ButtonData.OK_DONE);
    dialog.getDialogPane().getButtonTypes().setAll(write, ButtonType.CANCEL);
    dialog.getDialogPane().lookupButton(write).disableProperty().bind(form.impossible());
    dialog.setResultConverter(button -> button == write ? form.choice() : null);
    return dialog.showAndWait();
  }

  /** Which deck to add slides to; empty if none after all. */
  private Optional<Path> deck() {
    FileChooser chooser = chooser("dialog.deck");
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter(texts.get("dialog.kind.pptx"), List.of("*.pptx", "*.potx")));
    return chosen(chooser.showOpenDialog(owner));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    File last = folder;
    if (last != null && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    return chooser;
  }

  private Optional<Path> chosen(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath).map(this::remembered);
  }

  private Path remembered(Path file) {
    folder = file.toFile().getParentFile();
    return file;
  }
}
