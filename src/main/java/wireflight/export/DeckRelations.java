package wireflight.export;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Which parts a part refers to, and by what numbers (ECMA-376 part 2, 9.3). */
final class DeckRelations {
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final String source;
  private final Document document;

  private DeckRelations(String source, Document document) {
    this.source = source;
    this.document = document;
  }

  /** The relations of a part that has some. */
  static DeckRelations of(String part, DeckParts parts) throws IOException {
    return new DeckRelations(part, DeckXml.read(parts.open(name(part))));
  }

  /** Where the relations of a part lie. */
  static String name(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** The first part of a kind that the source refers to; null if there is none. */
  @Nullable String first(String kind) {
    List<String> all = all(kind);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** All parts of a kind, as in {@code slideLayout}, that the source refers to. */
  List<String> all(String kind) {
    List<String> targets = new ArrayList<>();
    for (Element relation : DeckXml.children(document.getDocumentElement())) {
      if (relation.getAttribute("Type").endsWith("/" + kind)) {
        String target = relation.getAttribute("Target");
        targets.add(URI.create("/" + source).resolve(target).getPath().substring(1));
      }
    }
    return targets;
  }

  /**
   * Adds a relation and returns its number.
   *
   * @param target relative to the source
   */
  String add(String kind, String target) {
    Set<String> taken = new HashSet<>();
    Element root = document.getDocumentElement();
    DeckXml.children(root).forEach(relation -> taken.add(relation.getAttribute("Id")));
    int number = taken.size() + 1;
    while (taken.contains("rId" + number)) {
      number++;
    }
    Element relation = document.createElementNS(NAMESPACE, "Relationship");
    relation.setAttribute("Id", "rId" + number);
    relation.setAttribute("Type", DeckXml.RELATIONSHIPS + "/" + kind);
    relation.setAttribute("Target", target);
    root.appendChild(relation);
    return "rId" + number;
  }

  byte[] bytes() throws IOException {
    return DeckXml.bytes(document);
  }
}
