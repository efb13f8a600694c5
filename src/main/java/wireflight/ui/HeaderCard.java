package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import wireflight.packet.Packet;
import wireflight.trace.Frame;

/**
 * The header of the packet that is selected, or else under way, as its RFC draws it: 32 bits a row,
 * each field with its value; and the first bytes of its data.
 */
final class HeaderCard extends Card {
  private static final int ROW_BITS = 32;

  private final Texts texts;
  private final HeaderFields headers;
  private final Label title = new Label();
  private final Label frame = new Label();
  private final Label ends = new Label();
  private final GridPane fields = new GridPane();
  private final Label hex = new Label();
  private final Label characters = new Label();
  private final List<Cell> cells = new ArrayList<>();
  private int row = -1;
  private boolean roomy = true;

  HeaderCard(Texts texts) {
    this.texts = texts;
    headers = new HeaderFields(texts);
    setId("header");
    getStyleClass().add("header-card");
    title.getStyleClass().add("card-title");
    frame.getStyleClass().add("muted");
    ends.getStyleClass().add("addresses");
    HBox head = line(title, frame);
    head.setAlignment(Pos.BASELINE_LEFT);
    fields.getStyleClass().add("header-fields");
    for (int bit = 0; bit < ROW_BITS; bit++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / ROW_BITS);
      fields.getColumnConstraints().add(column);
    }
    hex.getStyleClass().add("hex");
    characters.getStyleClass().add("characters");
    getChildren().addAll(head, ends, fields, line(hex, characters));
  }

  /** Whether there is room for a header that nobody asked for. */
  void roomy(boolean enough) {
    roomy = enough;
  }

  /** Shows the header of the packet at hand, or nothing. */
  void show(Shown now) {
    Showing showing = now.showing();
    int wanted = showing == null || !(roomy || now.selectedRow() >= 0) ? -1 : now.headerRow();
    setVisible(wanted >= 0);
    setManaged(wanted >= 0);
    if (showing != null && wanted >= 0 && wanted != row) {
      fill(showing, wanted);
    }
    row = wanted;
  }

  private void fill(Showing showing, int wanted) {
    Packet packet = showing.analysis().packet(wanted);
    title.setText(headers.kind(packet));
    frame.setText(texts.get("header.frame", String.valueOf(wanted + 1)));
    ends.setText(headers.ends(packet));
    List<HeaderFields.Field> shown = headers.of(showing.analysis(), wanted);
    while (cells.size() < shown.size()) {
      cells.add(new Cell());
    }
    int bit = 0;
    for (int i = 0; i < shown.size(); i++) {
      cells.get(i).show(shown.get(i), bit);
      bit += shown.get(i).bits();
    }
    if (fields.getChildren().size() != shown.size()) {
      fields.getChildren().setAll(cells.subList(0, shown.size()));
    }
    data(showing.trace().frame(wanted), packet);
  }

  private void data(Frame of, Packet packet) {
    List<String> shown = Payload.of(of, packet);
    hex.setText(shown.getFirst());
    characters.setText(shown.getLast());
    boolean any = !shown.getFirst().isEmpty();
    hex.getParent().setVisible(any);
    hex.getParent().setManaged(any);
  }

  private static HBox line(Label left, Label right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    left.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(left, gap, right);
    line.setSpacing(12);
    return line;
  }

  /** A field with its name. Kept for the next packet: its header is likely to be built alike. */
  private static final class Cell extends VBox {
    private final Label name = new Label();
    private final Label value = new Label();

    Cell() {
      name.getStyleClass().add("field-name");
      value.getStyleClass().add("field-value");
      getStyleClass().add("field");
      setMinWidth(0);
      getChildren().addAll(name, value);
    }

    void show(HeaderFields.Field field, int bit) {
      name.setText(field.name());
      value.setText(field.value());
      GridPane.setConstraints(this, bit % ROW_BITS, bit / ROW_BITS, field.bits(), 1);
    }
  }
}
