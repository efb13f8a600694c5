package wireflight.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import wireflight.drawing.Color;

/** What Apache PDFBox finds painted on a page, in CSS pixels from its upper left corner. */
final class PdfReader extends PDFGraphicsStreamEngine {
  private static final double PIXELS = 96 / 72.0;

  private final List<Painted> painted = new ArrayList<>();
  private final AffineTransform toPixels;
  private final Path2D path = new Path2D.Double();
  private final StringBuilder text = new StringBuilder();
  private final Path2D line = new Path2D.Double();

  private PdfReader(PDPage page) {
    super(page);
    toPixels =
        new AffineTransform(PIXELS, 0, 0, -PIXELS, 0, page.getMediaBox().getHeight() * PIXELS);
  }

  static List<Painted> page(byte[] pdf, int index) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(index);
      PdfReader reader = new PdfReader(page);
      reader.processPage(page);
      return reader.painted;
    }
  }

  private static Color color(PDColor color, double alpha) throws IOException {
    return new Color(color.toRGB()).withAlpha(alpha);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    moveTo((float) p0.getX(), (float) p0.getY());
    lineTo((float) p1.getX(), (float) p1.getY());
    lineTo((float) p2.getX(), (float) p2.getY());
    lineTo((float) p3.getX(), (float) p3.getY());
    closePath();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    path.closePath();
  }

  @Override
  public void endPath() {
    path.reset();
  }

  @Override
  public void fillPath(int windingRule) throws IOException {
    Color color =
        color(
            getGraphicsState().getNonStrokingColor(),
            getGraphicsState().getNonStrokeAlphaConstant());
    painted.add(Painted.fill(color, toPixels.createTransformedShape(path).getBounds2D()));
    path.reset();
  }

  @Override
  public void strokePath() throws IOException {
    Color color =
        color(getGraphicsState().getStrokingColor(), getGraphicsState().getAlphaConstant());
    List<Double> dash = new ArrayList<>();
    for (float length : getGraphicsState().getLineDashPattern().getDashArray()) {
      dash.add((double) length);
    }
    painted.add(
        Painted.stroke(
            color,
            toPixels.createTransformedShape(path).getBounds2D(),
            getGraphicsState().getLineWidth(),
            dash));
    path.reset();
  }

  @Override
  public void beginText() {
    text.setLength(0);
    line.reset();
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    text.append(font.toUnicode(code));
    Point2D start = matrix.transformPoint(0, 0);
    Point2D end = matrix.transformPoint(displacement.getX(), 0);
    line.moveTo(start.getX(), start.getY());
    line.lineTo(end.getX(), end.getY());
  }

  @Override
  public void endText() throws IOException {
    Color color =
        color(
            getGraphicsState().getNonStrokingColor(),
            getGraphicsState().getNonStrokeAlphaConstant());
    var place = toPixels.createTransformedShape(line).getBounds2D();
    painted.add(Painted.text(color, text.toString(), place.getX(), place.getY(), place.getWidth()));
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    throw new AssertionError("filled and stroked at once");
  }

  @Override
  public void drawImage(PDImage image) {
    throw new AssertionError("a picture");
  }

  @Override
  public void clip(int windingRule) {
    throw new AssertionError("clipped");
  }

  @Override
  public void shadingFill(COSName name) {
    throw new AssertionError("shaded");
  }
}
