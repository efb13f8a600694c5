package wireflight.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import wireflight.drawing.Visible;

/** An XML document in UTF-8, an element a line. Closing it ends the document, not the stream. */
final class XmlWriter implements AutoCloseable {
  private final Writer out;
  private final XMLStreamWriter xml;

  private interface Step {
    void run() throws XMLStreamException;
  }

  XmlWriter(OutputStream stream) throws IOException {
    // Elements come in pieces of a few characters, too few to be encoded one by one.
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    try {
      // The JDK's own, whatever else lies on the class path.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    run(() -> xml.writeStartDocument("UTF-8", "1.0"));
  }

  /** Text of one or several lines with everything in them visible, as XML demands. */
  static String lines(String text) {
    return text.lines().map(Visible::of).collect(Collectors.joining("\n"));
  }

  void start(String element) throws IOException {
    run(() -> xml.writeCharacters("\n"));
    run(() -> xml.writeStartElement(element));
  }

  /** An element without content, which ends by itself. */
  void empty(String element) throws IOException {
    run(() -> xml.writeCharacters("\n"));
    run(() -> xml.writeEmptyElement(element));
  }

  /** Starts an element with attributes, names and values in turn. */
  void start(String element, String... attributes) throws IOException {
    start(element);
    attributes(attributes);
  }

  /** An element with attributes and without content, to which more attributes may be added. */
  void empty(String element, String... attributes) throws IOException {
    empty(element);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws IOException {
    for (int at = 0; at < attributes.length; at += 2) {
      attribute(attributes[at], attributes[at + 1]);
    }
  }

  void attribute(String name, String value) throws IOException {
    run(() -> xml.writeAttribute(name, value));
  }

  void number(String attribute, double value) throws IOException {
    attribute(attribute, SvgNumber.of(value));
  }

  void text(String text) throws IOException {
    run(() -> xml.writeCharacters(text));
  }

  void end() throws IOException {
    run(xml::writeEndElement);
  }

  /** An element that holds nothing but text. */
  void element(String name, String text) throws IOException {
    start(name);
    text(text);
    end();
  }

  @Override
  public void close() throws IOException {
    run(xml::writeEndDocument);
    run(xml::flush);
    out.write('\n');
    out.flush();
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
  }
}
