package wireflight.ui;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Palette;
import wireflight.timeline.Timeline;

/**
 * The whole recording as a bar with a tick for every step, and a thumb where the playhead is.
 *
 * <p>A tick's height says what it is as well as its colour does: packets are tall, calls short,
 * narration a dot. Where there are more steps than room, each pixel column shows one of its steps.
 * The ticks are painted anew only when the steps, the width or the colours change.
 */
final class Scrubber extends Region {
  private static final double HEIGHT = 30;
  private static final double THUMB = 20;
  private static final double SPACING = 3;

  private final Playhead playhead;
  private final StepColors colors = new StepColors();
  private final Canvas ticks = new Canvas();
  private final Region thumb = new Region();
  private @Nullable Timeline timeline;
  private @Nullable Palette painted;
  private Palette palette = Palette.LIGHT;
  private double position;
  private boolean hiding;
  private Playhead.@Nullable Loop loop;
  private int loopStart;

  Scrubber(Playhead playhead, Texts texts) {
    this.playhead = playhead;
    getStyleClass().add("scrubber");
    thumb.getStyleClass().add("thumb");
    thumb.setMouseTransparent(true);
    // It moves with every frame, and nothing gives way to it.
    thumb.setManaged(false);
    getChildren().addAll(ticks, thumb);
    setPadding(new Insets(0, THUMB / 2, 0, THUMB / 2));
    setMinSize(120, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(texts.get("transport.scrubber"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Shows the steps and where the playhead is among them. */
  void show(Shown now) {
    boolean sameSteps = Objects.equals(timeline, now.timeline());
    timeline = now.timeline();
    palette = now.palette();
    boolean hides = now.prediction().on();
    boolean moved = hides && Math.floor(position) != Math.floor(now.position());
    boolean sameLoop = Objects.equals(loop, now.loop());
    loop = now.loop();
    if (!sameSteps || !sameLoop || !palette.equals(painted) || hides != hiding || moved) {
      painted = null;
    }
    hiding = hides;
    if (position != now.position()) {
      position = now.position();
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
      move();
    }
    if (painted == null) {
      requestLayout();
    }
  }

  private void move() {
    // On whole pixels: between them, repainting would leave a trail.
    thumb.relocate(Math.rint(x(position) - THUMB / 2), (HEIGHT - THUMB) / 2);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (painted == null || ticks.getWidth() != width) {
      ticks.setWidth(width);
      ticks.setHeight(HEIGHT);
      paintTicks();
      painted = palette;
    }
    thumb.resize(THUMB, THUMB);
    move();
    thumb.setVisible(steps() > 0);
  }

  private void paintTicks() {
    GraphicsContext to = ticks.getGraphicsContext2D();
    to.clearRect(0, 0, ticks.getWidth(), HEIGHT);
    to.setFill(color(palette.border()));
    to.fillRoundRect(THUMB / 2, HEIGHT / 2 - 2, Math.max(0, room()), 4, 4, 4);
    Timeline steps = timeline;
    if (steps == null || steps.steps() == 0) {
      return;
    }
    if (loop != null) {
      paintLoop(to, x(loop.from()), x(loop.to()));
    }
    double last = Double.NEGATIVE_INFINITY;
    int columns = (int) Math.max(1, room() / SPACING);
    int stride = Math.max(1, steps.steps() / columns);
    for (int step = 1; step <= steps.steps(); step += stride) {
      double x = x(step);
      if (x - last >= SPACING) {
        last = x;
        paintTick(to, steps, step, x);
      }
    }
  }

  /** A band under the ticks, with a bracket at each end. */
  private void paintLoop(GraphicsContext to, double left, double right) {
    to.setFill(color(palette.accentSoft()));
    to.fillRoundRect(left, 1, right - left, HEIGHT - 2, 6, 6);
    to.setFill(color(palette.accent()));
    to.fillRect(left, 1, 2.5, HEIGHT - 2);
    to.fillRect(right - 2.5, 1, 2.5, HEIGHT - 2);
    to.fillRect(left, 1, 7, 2.5);
    to.fillRect(left, HEIGHT - 3.5, 7, 2.5);
    to.fillRect(right - 7, 1, 7, 2.5);
    to.fillRect(right - 7, HEIGHT - 3.5, 7, 2.5);
  }

  private void paintTick(GraphicsContext to, Timeline steps, int step, double x) {
    if (hiding && step > position) {
      // What lies ahead must not tell what it is.
      to.setFill(color(palette.border()));
      to.fillRoundRect(x - 1.5, HEIGHT / 2 - 5, 3, 10, 2, 2);
      return;
    }
    to.setFill(color(colors.of(steps, step, palette)));
    switch (steps.kindOf(step)) {
      case PACKET, DEPARTURE -> to.fillRoundRect(x - 1.5, HEIGHT / 2 - 9, 3, 18, 2, 2);
      case ARRIVAL -> to.fillOval(x - 2, HEIGHT / 2 - 2, 4, 4);
      case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING ->
          to.fillRoundRect(x - 1.5, HEIGHT / 2 - 5, 3, 10, 2, 2);
      case NARRATION -> to.fillOval(x - 3, HEIGHT / 2 - 3, 6, 6);
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    loopStart = step(event);
    if (!event.isShiftDown()) {
      playhead.seek(loopStart);
    }
    event.consume();
  }

  /** Scrubs; with Shift it marks what is played again and again. */
  private void dragged(MouseEvent event) {
    int step = step(event);
    if (event.isShiftDown()) {
      playhead.loop(Math.min(loopStart, step), Math.max(loopStart, step));
    } else {
      playhead.seek(step);
    }
    event.consume();
  }

  private int step(MouseEvent event) {
    double part = room() <= 0 ? 0 : (event.getX() - THUMB / 2) / room();
    return (int) Math.round(Math.clamp(part, 0, 1) * steps());
  }

  private void key(KeyEvent event) {
    int tenth = Math.max(1, steps() / 10);
    switch (event.getCode()) {
      case UP -> playhead.seek(Math.min(steps(), (int) position + tenth));
      case DOWN -> playhead.seek(Math.max(0, (int) position - tenth));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private int steps() {
    return timeline == null ? 0 : timeline.steps();
  }

  private double room() {
    return getWidth() - THUMB;
  }

  private double x(double step) {
    return THUMB / 2 + (steps() == 0 ? 0 : step / steps() * room());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> position;
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> (double) steps();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT, BLOCK_INCREMENT -> playhead.forward();
      case DECREMENT, BLOCK_DECREMENT -> playhead.back();
      case SET_VALUE -> {
        if (parameters.length > 0 && parameters[0] instanceof Number value) {
          playhead.seek((int) Math.round(value.doubleValue()));
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }

  private static Color color(wireflight.drawing.Color color) {
    return Color.rgb(color.red(), color.green(), color.blue(), color.alpha() / 255.0);
  }
}
