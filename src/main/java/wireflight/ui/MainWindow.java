package wireflight.ui;

import java.io.File;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.View;
import wireflight.drawing.Fonts;
import wireflight.lab.Lessons;
import wireflight.ui.HeldPackets.Deed;

/** The window's content: bars above and below, lists left, panels right, the diagram between. */
final class MainWindow extends BorderPane {
  /** How much of the width the sides take, and at least and at most: the diagram comes first. */
  private static final Share SIDE = new Share(0.185, 238, 264, 0.22);

  private static final Share PANELS = new Share(0.265, 328, 384, 0.3);

  private record Share(double share, double least, double most, double largest) {
    /** With larger letters more, but never more than the largest share. */
    void give(Region side, double width, double letters) {
      double wanted = Math.clamp(width * share, least, most);
      double its = Math.rint(Math.max(wanted, Math.min(wanted * letters, width * largest)));
      Sizes.width(side, its, its);
    }
  }

  /** What the diagram needs beside the panels: one that flows is as narrow as you like, almost. */
  private static final double LEAST_FLOWING = 400;

  private static final double LEAST_WHOLE = 640;

  private final Presentation presentation;
  private final TopBar top;
  private final MessageBar messages;
  private final FindBar find;
  private final VBox side;
  private final LessonList lessons;
  private final HandEntry entry;
  private final HandPanel hand;
  private final ConnectionList connections;
  private final DiagramView diagram;
  private final HeldBar held;
  private final HeldPackets holding;
  private final TransportBar transport;
  private final Panels panels;
  private double letters = 1;
  private @Nullable Shown shown;

  MainWindow(
      Session session,
      Texts texts,
      Fonts fonts,
      ScreenFonts screenFonts,
      OptionsMenu options,
      Theme theme) {
    getStyleClass().add("window");
    presentation = session.presentation();
    top = new TopBar(session, texts, options, this::requestFocus, theme::toggle, this::turnPanels);
    messages = new MessageBar(session.tasks(), texts);
    lessons = new LessonList(session.runs(), texts, this::requestFocus);
    entry = new HandEntry(session, texts);
    hand = new HandPanel(session.hands(), session.files().lessons(), texts, this::requestFocus);
    connections = new ConnectionList(session.onShow(), texts, this::requestFocus);
    diagram = new DiagramView(session, texts, fonts, screenFonts);
    held = new HeldBar(session.held(), texts);
    holding = session.held();
    transport = new TransportBar(session.playhead(), session.predictor(), texts, fonts);
    VBox.setVgrow(connections, Priority.SOMETIMES);
    VBox.setVgrow(lessons, Priority.ALWAYS);
    VBox.setVgrow(hand, Priority.ALWAYS);
    side = new VBox(lessons, entry, hand, connections);
    side.getStyleClass().add("side");
    panels = new Panels(session, texts);
    find = new FindBar(session.search(), texts, this::requestFocus);
    setTop(new VBox(top, find, messages));
    setLeft(side);
    setCenter(diagram);
    setRight(panels);
    setBottom(new VBox(held, transport));
    widthProperty().subscribe(this::divide);
    addEventHandler(KeyEvent.KEY_PRESSED, this::held);
    setOnDragOver(this::dragged);
    setOnDragDropped(event -> dropped(event, session));
  }

  private void divide() {
    SIDE.give(side, getWidth(), letters);
    PANELS.give(panels, getWidth(), letters);
    Shown now = shown;
    boolean beside =
        now != null
            && now.showing() != null
            && !now.look().projector()
            && beside(now.look().panels(), now.view());
    panels.setVisible(beside);
    panels.setManaged(beside);
  }

  /** Whether the panels stand beside a view; by themselves they give way where it is narrow. */
  private boolean beside(Look.Panels chosen, View view) {
    return switch (chosen) {
      case FITTING -> {
        double room = getWidth() - side.getPrefWidth() - panels.getPrefWidth();
        boolean flows = view == View.LADDER || view == View.GRAPHS;
        yield room >= (flows ? LEAST_FLOWING : LEAST_WHOLE) * letters;
      }
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  /** Puts the panels beside the diagram, or away. */
  void turnPanels() {
    Look.Panels wanted = panels.isVisible() ? Look.Panels.NEVER : Look.Panels.ALWAYS;
    Shown now = shown;
    boolean byItself =
        now != null && beside(Look.Panels.FITTING, now.view()) == (wanted == Look.Panels.ALWAYS);
    presentation.change(look -> look.withPanels(byItself ? Look.Panels.FITTING : wanted));
  }

  /** The diagram has the focus at first, so that the keys step and no button lies in wait. */
  @Override
  public void requestFocus() {
    diagram.requestFocus();
  }

  /** Offers these lessons. */
  void offer(List<Lessons.Found> known) {
    lessons.offer(known);
  }

  /** Takes the keys to the connections, to choose or to look for one. */
  void findConnection() {
    connections.find();
  }

  /** Takes the keys to the lessons, to look for one. */
  void findLesson() {
    lessons.find();
  }

  /** Shows every step in words, or the panels again. */
  void toggleWords() {
    if (!panels.isVisible()) {
      turnPanels();
    }
    panels.toggle();
  }

  /** The keys for the chosen one of what the wire holds; where text is typed they are letters. */
  private void held(KeyEvent event) {
    if (event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof TextInputControl) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case R -> holding.chosen(Deed.RELEASE);
          case X -> holding.chosen(Deed.DROP);
          case C -> holding.chosen(Deed.DUPLICATE);
          case S -> holding.chosen(Deed.SWAP);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  /** Shows everything. */
  void show(Shown now) {
    letters = now.look().shownLetters();
    shown = now;
    divide();
    top.show(now);
    messages.show(now.notice(), now.work());
    lessons.show(now);
    entry.show(now);
    hand.show(now);
    lessons.setVisible(now.hand() == null);
    lessons.setManaged(now.hand() == null);
    connections.show(now);
    diagram.show(now);
    panels.show(now);
    find.show(now.found());
    side.setVisible(!now.look().projector());
    side.setManaged(!now.look().projector());
    held.show(now);
    transport.show(now);
  }

  /** Shows how far the playhead now is in the step that is shown. */
  void move(Shown now) {
    diagram.show(now);
    transport.move(now);
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private static void dropped(DragEvent event, Session session) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      session.files().open(files.getFirst().toPath());
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
