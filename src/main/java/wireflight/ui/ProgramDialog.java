package wireflight.ui;

import java.io.File;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for the command line of a program of the person's own, and the folder it starts in. */
final class ProgramDialog extends Dialog<Dialogs.Program> {
  private static final double WIDTH = 420;

  private final Texts texts;
  private final TextField command;
  private final TextField folder;

  /**
   * A dialog.
   *
   * @param last what was run before, to begin with
   */
  ProgramDialog(Window owner, Texts texts, Dialogs.Program last) {
    this.texts = texts;
    initOwner(owner);
    setTitle(texts.get("program.title"));
    setHeaderText(texts.get("program.text"));
    command = new TextField(last.commandLine());
    command.setPromptText(texts.get("program.hint"));
    command.setPrefWidth(WIDTH);
    folder = new TextField(last.folder().toString());
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button choose = new Button(texts.get("program.choose"));
    choose.setOnAction(_ -> choose());
    HBox place = new HBox(folder, choose);
    place.setAlignment(Pos.CENTER_LEFT);
    place.setSpacing(8);
    GridPane grid = new GridPane(12, 12);
    grid.addRow(0, label("program.command", command), command);
    grid.addRow(1, label("program.folder", folder), place);
    getDialogPane().setContent(grid);
    ButtonType run = new ButtonType(texts.get("program.run"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().setAll(run, ButtonType.CANCEL);
    getDialogPane()
        .lookupButton(run)
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> command.getText().isBlank() || !new File(folder.getText()).isDirectory(),
                command.textProperty(),
                folder.textProperty()));
    setResultConverter(
        pressed ->
            run.equals(pressed)
                ? new Dialogs.Program(command.getText().strip(), Path.of(folder.getText()))
                : null);
    setOnShown(_ -> command.requestFocus());
  }

  private Label label(String key, TextField field) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(field);
    return label;
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("program.folder"));
    File now = new File(folder.getText());
    if (now.isDirectory()) {
      chooser.setInitialDirectory(now);
    }
    File chosen = chooser.showDialog(getDialogPane().getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.toString());
    }
  }
}
