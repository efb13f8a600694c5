package wireflight.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Attention;
import wireflight.diagram.Diagram;
import wireflight.diagram.Picture;
import wireflight.diagram.View;
import wireflight.diagram.Viewport;
import wireflight.drawing.Fonts;

/**
 * The chosen view of the recording on a canvas as large as its place, which shows the part that is
 * scrolled to.
 *
 * <p>It keeps the playhead in view, unless a person scrolls away while it plays. It paints only
 * when what it shows has changed.
 */
final class DiagramView extends Region {
  private static final double BAR = 12;

  /** Steps so far apart and nearer are followed with as little scrolling as possible. */
  private static final double NEAR = 1.5;

  /** How far down the playhead may come, and how far up, as shares of the height. */
  private static final double LOWEST = 0.72;

  private static final double HIGHEST = 0.5;

  /** A glide covers this share of what is left with each frame, and at least so many pixels. */
  private static final double GLIDE = 0.16;

  private static final double LEAST_GLIDE = 4;

  private final Texts texts;
  private final DiagramMaker maker;
  private final CanvasPainter painter;
  private final Canvas canvas = new Canvas();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final EmptyState empty;
  private final Region frame = new Region();
  private final Explanation explanation = new Explanation();
  private final WaitingBars waiting;
  private final Map<View, Viewport> leftAt = new EnumMap<>(View.class);
  private @Nullable Shown shown;
  private @Nullable Picture picture;
  private @Nullable Diagram painted;
  private Viewport paintedAt = new Viewport(0, 0);
  private boolean following = true;
  private boolean jumped = true;
  private OptionalDouble glide = OptionalDouble.empty();
  private boolean stale = true;

  DiagramView(Session session, Texts texts, Fonts fonts, ScreenFonts screenFonts) {
    this.texts = texts;
    maker = new DiagramMaker(fonts);
    painter = new CanvasPainter(screenFonts);
    empty = new EmptyState(session, texts, this::requestFocus);
    waiting = new WaitingBars(texts);
    setId("diagram");
    getStyleClass().add("diagram");
    frame.getStyleClass().add("focus-frame");
    frame.setMouseTransparent(true);
    down.setOrientation(Orientation.VERTICAL);
    across.setOrientation(Orientation.HORIZONTAL);
    getChildren().addAll(canvas, waiting, explanation, down, across, empty, frame);
    setMinSize(300, 200);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    down.valueProperty().subscribe(_ -> requestLayout());
    across.valueProperty().subscribe(_ -> requestLayout());
    down.setOnMousePressed(_ -> following = false);
    new DiagramInput(this, session, texts).listen(canvas);
  }

  /** Shows the chosen view, as it is at the playhead. */
  void show(Shown now) {
    Shown before = shown;
    shown = now;
    boolean other = maker.take(now);
    if (before == null || before.view() != now.view()) {
      turn(before, now);
    }
    boolean moved = before == null || before.position() != now.position();
    jumped |=
        before == null
            || before.view() != now.view()
            || !before.timeline().equals(now.timeline())
            || Math.abs(before.position() - now.position()) > NEAR;
    boolean turned =
        before == null || before.playing() != now.playing() || before.live() != now.live();
    if (other || moved || turned) {
      following |= !now.playing() || turned;
      stale = true;
      requestLayout();
    }
    if (before == null || !now.isFurtherInStep(before)) {
      setAccessibleText(text(now));
    }
    empty.show(now);
  }

  /** Each view stays where it was scrolled to. */
  private void turn(@Nullable Shown before, Shown now) {
    if (before != null) {
      leftAt.put(before.view(), paintedAt);
    }
    Viewport there = leftAt.getOrDefault(now.view(), new Viewport(0, 0));
    put(across, there.scrollX());
    put(down, there.scrollY());
    following = true;
  }

  private static void put(ScrollBar bar, double value) {
    bar.setMax(Math.max(bar.getMax(), value));
    bar.setValue(value);
  }

  private String text(Shown now) {
    String name = texts.get("diagram.name", texts.get("view." + now.view().word()));
    String sentence = now.sentence();
    return sentence.isEmpty() ? name : name + ". " + sentence;
  }

  /** What is shown now, with the regions that can be pointed at. */
  Optional<Picture> picture() {
    return Optional.ofNullable(picture);
  }

  /** Explains what lies at a place of the picture, where there is something to explain. */
  void explain(double x, double y) {
    Picture now = picture;
    if (now != null) {
      explanation.at(now, x, y);
    }
  }

  /** Moves what is seen of the content by so many pixels to the right and down. */
  void scroll(double right, double lower) {
    following = false;
    down.setValue(Math.clamp(down.getValue() + lower, 0, down.getMax()));
    across.setValue(Math.clamp(across.getValue() + right, 0, across.getMax()));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    empty.resizeRelocate(0, 0, width, height);
    frame.resizeRelocate(0, 0, width, height);
    explanation.resizeRelocate(0, 0, width, height);
    waiting.resizeRelocate(0, 0, width, height);
    Diagram now = width < 1 || height < 1 ? null : maker.diagram(width - BAR, height).orElse(null);
    Shown at = shown;
    canvas.setVisible(now != null);
    waiting.setVisible(now != null);
    if (now == null || at == null) {
      // Only here: a bar that goes and comes again has JavaFX paint the whole window.
      down.setVisible(false);
      across.setVisible(false);
      picture = null;
      return;
    }
    stale |= !Objects.equals(now, painted);
    // Bars take their room from the picture, so that they never lie on top of it.
    boolean wide = now.contentWidth(width - BAR) > width - BAR + 1;
    double viewHeight = wide ? height - BAR : height;
    boolean high = now.contentHeight(width) > viewHeight + 1;
    double viewWidth = high ? width - BAR : width;
    down.setMax(Math.max(0, now.contentHeight(viewWidth) - viewHeight));
    across.setMax(Math.max(0, now.contentWidth(viewWidth) - viewWidth));
    // In a window of another size the playhead would be somewhere else, or out of sight.
    boolean resized = paintedAt.width() != viewWidth || paintedAt.height() != viewHeight;
    jumped |= resized;
    if (following && (stale || resized || glide.isPresent())) {
      now.attention(viewWidth, at.position())
          .ifPresent(place -> follow(place, viewWidth, viewHeight));
    }
    bar(down, viewHeight);
    bar(across, viewWidth);
    down.resizeRelocate(viewWidth, 0, BAR, viewHeight);
    across.resizeRelocate(0, viewHeight, viewWidth, BAR);
    // By whole pixels, so that letters keep their shape while they move.
    double left = Math.rint(across.getValue());
    Viewport view = new Viewport(viewWidth, viewHeight, left, Math.rint(down.getValue()));
    paint(now, view, at);
  }

  private void paint(Diagram now, Viewport view, Shown at) {
    if (!stale && paintedAt.equals(view)) {
      return;
    }
    Picture before = picture;
    Picture fresh = now.picture(view, at.position());
    GraphicsContext to = canvas.getGraphicsContext2D();
    if (before != null && paintedAt.equals(view) && onWholePixels()) {
      painter.repaint(before.drawing(), fresh.drawing(), to);
    } else {
      canvas.setWidth(view.width());
      canvas.setHeight(view.height());
      painter.paint(fresh.drawing(), to);
    }
    picture = fresh;
    explanation.again(fresh);
    waiting.show(fresh, at);
    painted = now;
    paintedAt = view;
    stale = false;
  }

  /** Whether edges between pixels of a drawing are edges between pixels of the screen. */
  private boolean onWholePixels() {
    javafx.stage.Window window = getScene() == null ? null : getScene().getWindow();
    double scale = window == null ? 1 : window.getOutputScaleY();
    return scale == Math.rint(scale);
  }

  /**
   * Keeps the playhead in the middle of the view. It leaves the picture where it is as long as it
   * can, then glides on by as much as it may: what stands still can be read.
   */
  private void follow(Attention place, double width, double height) {
    // The line under way and what comes next need some room below; what was, above.
    double least = place.y() - LOWEST * height;
    double highest = place.y() - HIGHEST * height;
    if (jumped) {
      down.setValue(Math.clamp(least, 0, down.getMax()));
      glide = OptionalDouble.empty();
    } else if (down.getValue() < least) {
      glide = OptionalDouble.of(Math.min(highest, down.getMax()));
    } else if (down.getValue() > highest) {
      glide = OptionalDouble.of(Math.max(0, least));
    }
    glide.ifPresent(this::glide);
    jumped = false;
    if (across.getMax() > 0 && place.right() > place.left()) {
      double first = Math.min(place.right() - width, place.left());
      double beside = Math.clamp(across.getValue(), first, place.left());
      across.setValue(Math.clamp(beside, 0, across.getMax()));
    }
  }

  private void glide(double to) {
    double left = to - down.getValue();
    double by = Math.min(Math.abs(left), Math.max(LEAST_GLIDE, GLIDE * Math.abs(left)));
    down.setValue(Math.clamp(down.getValue() + Math.copySign(by, left), 0, down.getMax()));
    if (Math.abs(left) <= by) {
      glide = OptionalDouble.empty();
    }
  }

  private static void bar(ScrollBar bar, double room) {
    double most = bar.getMax();
    bar.setVisible(most > 1);
    bar.setVisibleAmount(most * room / (most + room));
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(room * 0.8);
    if (bar.getValue() > most) {
      bar.setValue(most);
    }
  }
}
