package wireflight.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads and writes the small parts of a deck that list the others. */
final class DeckXml {
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main";
  static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

  private DeckXml() {}

  /**
   * Reads a part.
   *
   * @throws TemplateException if it is not well-formed, or declares a document type, which no part
   *     has
   */
  static Document read(InputStream part) throws IOException {
    try (part) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(part);
    } catch (ParserConfigurationException | SAXException e) {
      throw TemplateException.damaged(e);
    }
  }

  static byte[] bytes(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      document.setXmlStandalone(true);
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The first child of a name; null if there is none. */
  static @Nullable Element child(Element parent, String localName) {
    for (Element child : children(parent)) {
      if (localName.equals(child.getLocalName())) {
        return child;
      }
    }
    return null;
  }

  /** Adds a child before the first of those that must follow it. */
  static Element insert(Element parent, String name, List<String> after) {
    Element added = parent.getOwnerDocument().createElementNS(PRESENTATION, name);
    for (Element child : children(parent)) {
      if (!after.contains(child.getLocalName())) {
        parent.insertBefore(added, child);
        return added;
      }
    }
    parent.appendChild(added);
    return added;
  }
}
