package wireflight.ui;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wireflight.benchmark.Capture;
import wireflight.connection.Analyzer;
import wireflight.diagram.Attention;
import wireflight.diagram.Ladder;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Viewport;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/**
 * A frame of the ladder while it plays, 1600 by 900, in JavaFX's software pipeline without a
 * screen: laid out, painted and turned into pixels. Each frame the playhead goes on by a tenth of a
 * step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class Frames {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;

  /** Packets of the recording. */
  @Param({"1000", "1000000"})
  public int packets;

  private Timeline timeline;
  private Ladder ladder;
  private Canvas canvas;
  private Scene scene;
  private CanvasPainter painter;
  private WritableImage pixels;
  private double position;

  /** Starts JavaFX, opens the recording and goes to its middle. */
  @Setup
  public void open() throws IOException, InterruptedException, ExecutionException {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Fonts fonts = Fonts.bundled();
    timeline = TimelineBuilder.build(Analyzer.analyze(Recording.open(Capture.file(packets))));
    ladder = new Ladder(timeline, new Typesetter(fonts), new LadderStyle(Palette.LIGHT));
    position = timeline.steps() / 2.0;
    onScreen(
        () -> {
          canvas = new Canvas(WIDTH, HEIGHT);
          scene = new Scene(new Group(canvas), WIDTH, HEIGHT);
          painter = new CanvasPainter(new ScreenFonts());
          pixels = new WritableImage(WIDTH, HEIGHT);
        });
  }

  /** One frame. */
  @Benchmark
  public void playing() throws InterruptedException, ExecutionException {
    position = position + 0.1 > timeline.steps() ? 0 : position + 0.1;
    onScreen(this::frame);
  }

  private void frame() {
    double wide = ladder.contentWidth(WIDTH);
    double at = ladder.attention(wide, position).map(Attention::y).orElse(0.0);
    Viewport view = new Viewport(wide, HEIGHT, 0, Math.max(0, at - HEIGHT / 2.0));
    painter.paint(ladder.picture(view, position).drawing(), canvas.getGraphicsContext2D());
    scene.snapshot(pixels);
  }

  private static void onScreen(Runnable body) throws InterruptedException, ExecutionException {
    FutureTask<?> task = new FutureTask<>(body, null);
    Platform.runLater(task);
    task.get();
  }
}
