package wireflight.ui;

import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Picture;
import wireflight.diagram.Viewport;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Moment;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

/**
 * The ladder on a canvas as large as its place, which shows the part that is scrolled to.
 *
 * <p>It keeps the playhead in view, unless a person scrolls away while it plays. It paints only
 * when what it shows has changed.
 */
final class LadderView extends Region {
  private static final double BAR = 12;
  private static final double USUAL_WIDTH = 800;
  private static final double USUAL_HEIGHT = 620;
  private static final double LARGEST = 1.6;

  /** Room beside a lifeline for the text of its calls. */
  private static final double BESIDE = 130;

  private final Session session;
  private final Texts texts;
  private final Typesetter type;
  private final CanvasPainter painter;
  private final Canvas canvas = new Canvas();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final EmptyState empty;
  private final Region frame = new Region();
  private @Nullable Ladder ladder;
  private @Nullable Timeline timeline;
  private @Nullable Palette palette;
  private @Nullable Picture picture;
  private Viewport painted = new Viewport(0, 0);
  private double position;
  private double size;
  private boolean playing;
  private boolean following = true;
  private boolean stale = true;

  LadderView(Session session, Texts texts, Fonts fonts, ScreenFonts screenFonts) {
    this.session = session;
    this.texts = texts;
    type = new Typesetter(fonts);
    painter = new CanvasPainter(screenFonts);
    empty = new EmptyState(texts);
    setId("ladder");
    getStyleClass().add("ladder");
    frame.getStyleClass().add("focus-frame");
    frame.setMouseTransparent(true);
    down.setOrientation(Orientation.VERTICAL);
    across.setOrientation(Orientation.HORIZONTAL);
    getChildren().addAll(canvas, down, across, empty, frame);
    setMinSize(300, 200);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(texts.get("ladder.name"));
    down.valueProperty().subscribe(_ -> requestLayout());
    across.valueProperty().subscribe(_ -> requestLayout());
    down.setOnMousePressed(_ -> following = false);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
  }

  /** Shows the steps up to the playhead. */
  void show(Shown now) {
    boolean other = !Objects.equals(timeline, now.timeline()) || !now.palette().equals(palette);
    if (other) {
      timeline = now.timeline();
      palette = now.palette();
      ladder = null;
    }
    if (other || position != now.position() || playing != now.playing()) {
      following |= !now.playing() || playing != now.playing();
      position = now.position();
      playing = now.playing();
      stale = true;
      String sentence = now.sentence();
      setAccessibleText(sentence.isEmpty() ? texts.get("ladder.name") : sentence);
      requestLayout();
    }
    empty.show(now);
  }

  /** Where on the view a packet lies that is in view, as far down as the middle of its arrow. */
  double middleOf(int row) {
    Picture shown = picture;
    if (shown != null) {
      for (wireflight.diagram.Region region : shown.regions()) {
        if (region.row() == row && region.name().startsWith("frame-")) {
          return region.y() + region.height() / 2;
        }
      }
    }
    throw new IllegalArgumentException("row " + row + " is not in view");
  }

  /** The ladder of what is shown, larger where there is more room; null while there is none. */
  private @Nullable Ladder ladder(double width, double height) {
    Timeline steps = timeline;
    Palette colors = palette;
    if (steps == null || colors == null || steps.steps() == 0) {
      return null;
    }
    double needed = new Ladder(steps, type, new LadderStyle(colors)).contentWidth(1);
    double most = Math.min(LARGEST, width / needed);
    double roomy =
        Math.clamp(Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT), 1, Math.max(1, most));
    // In coarse steps, so that dragging the window's edge does not lay everything out anew.
    double wanted = Math.floor(roomy * 10) / 10;
    Ladder known = ladder;
    if (known != null && wanted == size) {
      return known;
    }
    size = wanted;
    stale = true;
    LadderStyle style = new LadderStyle(colors, size, new TimeScale.Ordinal(), true);
    Ladder made = new Ladder(steps, type, style);
    ladder = made;
    return made;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    empty.resizeRelocate(0, 0, width, height);
    frame.resizeRelocate(0, 0, width, height);
    Ladder now = width < 1 || height < 1 ? null : ladder(width, height);
    canvas.setVisible(now != null);
    down.setVisible(false);
    across.setVisible(false);
    if (now == null) {
      return;
    }
    // Bars take their room from the picture, so that they never lie on top of it.
    boolean wide = now.contentWidth(width - BAR) > width - BAR + 1;
    double viewHeight = wide ? height - BAR : height;
    boolean high = now.contentHeight(width) > viewHeight + 1;
    double viewWidth = high ? width - BAR : width;
    if (following && stale) {
      follow(now, viewWidth, viewHeight);
    }
    bar(down, now.contentHeight(viewWidth), viewHeight);
    bar(across, now.contentWidth(viewWidth), viewWidth);
    down.resizeRelocate(viewWidth, 0, BAR, viewHeight);
    across.resizeRelocate(0, viewHeight, viewWidth, BAR);
    paint(now, new Viewport(viewWidth, viewHeight, across.getValue(), down.getValue()));
  }

  private void paint(Ladder now, Viewport view) {
    if (!stale && painted.equals(view)) {
      return;
    }
    canvas.setWidth(view.width());
    canvas.setHeight(view.height());
    Picture fresh = now.picture(view, position);
    painter.paint(fresh.drawing(), canvas.getGraphicsContext2D());
    picture = fresh;
    painted = view;
    stale = false;
  }

  /** Scrolls as little as keeps the playhead in the middle of the view. */
  private void follow(Ladder now, double width, double height) {
    double most = Math.max(0, now.contentHeight(width) - height);
    double y = now.y(width, position);
    // The line under way and what comes next need some room below; what was, above.
    double least = y - 0.72 * height;
    double highest = y - 0.45 * height;
    double wanted = Math.clamp(down.getValue(), least, Math.max(least, highest));
    down.setMax(most);
    down.setValue(Math.clamp(wanted, 0, most));
    double wide = Math.max(0, now.contentWidth(width) - width);
    across.setMax(wide);
    if (wide > 0) {
      followAcross(now, width);
    }
  }

  /** Scrolls sideways to the lifelines of the step under way. */
  private void followAcross(Ladder now, double width) {
    Timeline steps = timeline;
    int step = (int) Math.ceil(position);
    if (steps == null || step < 1 || step > steps.steps()) {
      return;
    }
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Moment moment : steps.momentsBetween(step, step)) {
      for (int lifeline : lifelines(moment)) {
        left = Math.min(left, now.x(width, lifeline) - BESIDE * size);
        right = Math.max(right, now.x(width, lifeline) + BESIDE * size);
      }
    }
    if (right > left) {
      double wanted = Math.clamp(across.getValue(), Math.min(right - width, left), left);
      across.setValue(Math.clamp(wanted, 0, across.getMax()));
    }
  }

  private static int[] lifelines(Moment moment) {
    return switch (moment) {
      case Moment.Flight flight -> new int[] {flight.from(), flight.to()};
      case Moment.Call call -> new int[] {call.lifeline()};
      case Moment.StateChange _, Moment.Narration _ -> new int[] {};
    };
  }

  private static void bar(ScrollBar bar, double content, double room) {
    double most = Math.max(0, content - room);
    bar.setVisible(most > 1);
    bar.setMax(most);
    bar.setVisibleAmount(content <= 0 ? 0 : most * room / content);
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(room * 0.8);
    if (bar.getValue() > most) {
      bar.setValue(most);
    }
  }

  private void scroll(ScrollEvent event) {
    following = false;
    down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, down.getMax()));
    across.setValue(Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax()));
    event.consume();
  }

  private void click(MouseEvent event) {
    requestFocus();
    session.select(packetAt(event));
  }

  private void point(MouseEvent event) {
    canvas.setCursor(packetAt(event) >= 0 ? Cursor.HAND : Cursor.DEFAULT);
  }

  /** The row of the packet under the mouse; -1 where there is none. */
  private int packetAt(MouseEvent event) {
    Picture shown = picture;
    if (shown == null) {
      return -1;
    }
    for (wireflight.diagram.Region region : shown.regions().reversed()) {
      if (region.row() >= 0
          && region.name().startsWith("frame-")
          && region.contains(event.getX(), event.getY())) {
        return region.row();
      }
    }
    return -1;
  }
}
