package wireflight.export;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.sl.draw.DrawPaint;
import org.apache.poi.sl.usermodel.PaintStyle;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFFreeformShape;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import wireflight.drawing.Color;

/** What Apache POI finds on a slide, in CSS pixels from its upper left corner. */
final class PptxReader {
  private static final double PIXELS = 96 / 72.0;

  private PptxReader() {}

  static XMLSlideShow deck(byte[] pptx) throws IOException {
    return new XMLSlideShow(new ByteArrayInputStream(pptx));
  }

  /** What shapes paint, in painting order. */
  static List<Painted> painted(List<? extends XSLFShape> shapes) throws IOException {
    List<Painted> painted = new ArrayList<>();
    for (XSLFShape shape : shapes) {
      switch (shape) {
        case XSLFGroupShape group -> painted.addAll(painted(group.getShapes()));
        case XSLFTextShape box when !box.getText().isEmpty() -> painted.add(text(box));
        case XSLFSimpleShape simple -> painted.addAll(shape(simple));
        default -> throw new AssertionError("unexpected " + shape.getClass());
      }
    }
    return painted;
  }

  private static List<Painted> shape(XSLFSimpleShape shape) {
    List<Painted> painted = new ArrayList<>();
    Rectangle2D bounds =
        pixels(
            shape instanceof XSLFFreeformShape free
                ? free.getPath().getBounds2D()
                : shape.getAnchor());
    if (shape.getFillColor() != null) {
      painted.add(Painted.fill(color(shape.getFillColor()), bounds));
    }
    if (shape.getLineColor() != null) {
      double width = shape.getLineWidth() * PIXELS;
      List<Double> dash = new ArrayList<>();
      NodeList stops = ((Element) shape.getXmlObject().getDomNode()).getElementsByTagName("a:ds");
      for (int at = 0; at < stops.getLength(); at++) {
        Element stop = (Element) stops.item(at);
        dash.add(width * Double.parseDouble(stop.getAttribute("d")) / 100_000);
        dash.add(width * Double.parseDouble(stop.getAttribute("sp")) / 100_000);
      }
      Color color = color(shape.getLineColor()).withAlpha(lineAlpha(shape));
      painted.add(Painted.stroke(color, bounds, width, dash));
    }
    return painted;
  }

  /** POI tells the colour of a line without it. */
  private static double lineAlpha(XSLFSimpleShape shape) {
    Element root = (Element) shape.getXmlObject().getDomNode();
    Element line = (Element) root.getElementsByTagName("a:ln").item(0);
    NodeList alphas = line.getElementsByTagName("a:alpha");
    return alphas.getLength() == 0
        ? 1
        : Double.parseDouble(((Element) alphas.item(0)).getAttribute("val")) / 100_000;
  }

  private static Painted text(XSLFTextShape box) throws IOException {
    XSLFTextParagraph paragraph = box.getTextParagraphs().getFirst();
    XSLFTextRun run = paragraph.getTextRuns().getFirst();
    Rectangle2D place = pixels(box.getAnchor());
    double size = run.getFontSize() * PIXELS;
    // Lines are 1.2 ems high in every font, as LibreOffice sets what PowerPoint made.
    double baseline = place.getCenterY() + size * (0.996 - 1.2 / 2);
    double advance = size * width(run);
    double left =
        paragraph.getTextAlign() == TextAlign.LEFT
            ? place.getX()
            : paragraph.getTextAlign() == TextAlign.RIGHT
                ? place.getMaxX() - advance
                : place.getCenterX() - advance / 2;
    var paint = (PaintStyle.SolidPaint) run.getFontColor();
    java.awt.Color color = DrawPaint.applyColorTransform(paint.getSolidColor());
    return Painted.text(color(color), run.getRawText(), left, baseline, advance);
  }

  /** How wide the font is by the metrics that Adobe published, which Arial's are made to. */
  static double width(XSLFTextRun run) throws IOException {
    FontName name =
        run.getFontFamily().equals("Courier New")
            ? FontName.COURIER
            : run.isBold() ? FontName.HELVETICA_BOLD : FontName.HELVETICA;
    return new PDType1Font(name).getStringWidth(run.getRawText()) / 1000;
  }

  private static Color color(java.awt.Color color) {
    return new Color(color.getRGB());
  }

  private static Rectangle2D pixels(Rectangle2D points) {
    return new Rectangle2D.Double(
        points.getX() * PIXELS,
        points.getY() * PIXELS,
        points.getWidth() * PIXELS,
        points.getHeight() * PIXELS);
  }
}
