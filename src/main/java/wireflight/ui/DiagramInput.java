package wireflight.ui;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.Region;
import wireflight.diagram.View;

/** What the mouse and the keys do to a diagram. */
final class DiagramInput {
  private static final double LINE = 40;

  private final DiagramView view;
  private final Session session;
  private final HeldMenu held;

  DiagramInput(DiagramView view, Session session, Texts texts) {
    this.view = view;
    this.session = session;
    held = new HeldMenu(session.held(), texts);
  }

  /** Listens to the view and to the canvas on which it paints. */
  void listen(Canvas canvas) {
    view.addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          if (event.isShortcutDown()) {
            wheel(event.getDeltaY());
          } else {
            view.scroll(-event.getDeltaX(), -event.getDeltaY());
          }
          event.consume();
        });
    view.addEventHandler(
        ZoomEvent.ZOOM, event -> session.presentation().zoomBy(event.getZoomFactor()));
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    canvas.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          view.requestFocus();
          int row = rowAt(event);
          session
              .held()
              .of(session.onShow().showing(), row)
              .ifPresentOrElse(
                  packet ->
                      held.open(
                          packet, canvas, event.getScreenX(), event.getScreenY(), () -> click(row)),
                  () -> click(row));
        });
    canvas.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> {
          canvas.setCursor(rowAt(event) >= 0 ? Cursor.HAND : Cursor.DEFAULT);
          view.explain(event.getX(), event.getY());
        });
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.explain(-1, -1));
  }

  private void wheel(double turned) {
    if (turned > 0) {
      session.presentation().zoomIn();
    } else if (turned < 0) {
      session.presentation().zoomOut();
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> view.scroll(0, -LINE);
      case DOWN -> view.scroll(0, LINE);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /**
   * A packet shows its header, and a datagram that was cut up opens into its pieces or closes; a
   * call takes the playhead to it.
   */
  private void click(int row) {
    @Nullable Showing showing = session.onShow().showing();
    if (showing == null || row < 0 || showing.trace().isFrame(row)) {
      session.onShow().select(row);
      int first = showing == null || row < 0 ? -1 : showing.timeline().firstPiece(row);
      if (first >= 0 && session.onShow().view() == View.LADDER) {
        session.onShow().openOrClose(first);
      }
    } else {
      session.playhead().seek(showing.timeline().stepOf(row));
    }
  }

  /** The row of what is under the mouse; -1 where there is nothing. */
  private int rowAt(MouseEvent event) {
    if (view.picture().isPresent()) {
      for (Region region : view.picture().get().regions().reversed()) {
        if (region.row() >= 0 && region.contains(event.getX(), event.getY())) {
          return region.row();
        }
      }
    }
    return -1;
  }
}
