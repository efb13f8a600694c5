package wireflight.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A presentation that slides are being added to: its parts, and those that list them. */
final class Deck {
  static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String PREFIX = "application/vnd.openxmlformats-officedocument.";
  private static final List<String> BEFORE_NOTES = List.of("sldMasterIdLst");
  private static final List<String> BEFORE_SLIDES =
      List.of("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst");

  /** Sections of slides are an extension of PowerPoint 2010 ([MS-PPTX], sectionLst). */
  private static final String SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main";

  private final DeckParts parts;
  private final String main;
  private final Document presentation;
  private final DeckRelations relations;
  private final Document types;
  private final String layout;
  private final Map<String, byte[]> added = new LinkedHashMap<>();
  private @Nullable String notesMaster;
  private long lastSlideId = 255;
  private int lastSlide;

  /**
   * Reads what lists the parts.
   *
   * @throws TemplateException if it is no presentation
   */
  Deck(DeckParts parts) throws IOException {
    this.parts = parts;
    if (!parts.names().contains(CONTENT_TYPES)) {
      throw TemplateException.noDeck(parts.title(), null);
    }
    String found = DeckRelations.of("", parts).first("officeDocument");
    if (found == null) {
      throw TemplateException.noDeck(parts.title(), null);
    }
    main = found;
    presentation = DeckXml.read(parts.open(main));
    if (!"presentation".equals(presentation().getLocalName())) {
      throw TemplateException.noDeck(parts.title(), null);
    }
    relations = DeckRelations.of(main, parts);
    types = DeckXml.read(parts.open(CONTENT_TYPES));
    layout = chooseLayout();
    notesMaster = relations.first("notesMaster");
    Element slides = DeckXml.child(presentation(), "sldIdLst");
    for (Element slide : slides == null ? List.<Element>of() : DeckXml.children(slides)) {
      lastSlideId = Math.max(lastSlideId, Long.parseLong(slide.getAttribute("id")));
    }
  }

  /** The layout that has a title and leaves the rest free; else the first there is. */
  private String chooseLayout() throws IOException {
    List<String> layouts = new ArrayList<>();
    for (String master : relations.all("slideMaster")) {
      layouts.addAll(DeckRelations.of(master, parts).all("slideLayout"));
    }
    for (String type : List.of("titleOnly", "blank")) {
      for (String name : layouts) {
        if (type.equals(DeckXml.read(parts.open(name)).getDocumentElement().getAttribute("type"))) {
          return name;
        }
      }
    }
    if (layouts.isEmpty()) {
      throw TemplateException.noLayout(parts.title());
    }
    return layouts.getFirst();
  }

  Element presentation() {
    return presentation.getDocumentElement();
  }

  DeckParts parts() {
    return parts;
  }

  /** The layout of the slides that are added. */
  String layout() {
    return layout;
  }

  /** The height of a slide in English metric units; that of the usual slide if it does not say. */
  double emuHeight() {
    Element size = DeckXml.child(presentation(), "sldSz");
    String height = size == null ? "" : size.getAttribute("cy");
    return height.matches("[1-9]\\d{0,9}") ? Double.parseDouble(height) : 6_858_000;
  }

  /** A name that no part has, as in {@code ppt/slides/slide3.xml}. */
  String nextSlide() {
    Set<String> names = parts.names();
    do {
      lastSlide++;
    } while (names.contains(slide(lastSlide)) || names.contains(notes(lastSlide)));
    return slide(lastSlide);
  }

  /** The notes that belong to the slide named last. */
  String notes() {
    return notes(lastSlide);
  }

  private static String slide(int number) {
    return "ppt/slides/slide" + number + ".xml";
  }

  private static String notes(int number) {
    return "ppt/notesSlides/notesSlide" + number + ".xml";
  }

  /** Lists a slide as the last one. */
  void addSlide(String part) {
    Element list = DeckXml.child(presentation(), "sldIdLst");
    if (list == null) {
      list = DeckXml.insert(presentation(), "p:sldIdLst", BEFORE_SLIDES);
    }
    Element entry = presentation.createElementNS(DeckXml.PRESENTATION, "p:sldId");
    entry.setAttribute("id", Long.toString(++lastSlideId));
    entry.setAttributeNS(DeckXml.RELATIONSHIPS, "r:id", relations.add("slide", "/" + part));
    list.appendChild(entry);
    addToSection(entry.getAttribute("id"));
    addType(part, "presentationml.slide+xml");
  }

  /** Where a deck has sections, each slide belongs to one: the last takes what is added. */
  private void addToSection(String slide) {
    NodeList sections = presentation.getElementsByTagNameNS(SECTIONS, "section");
    if (sections.getLength() == 0) {
      return;
    }
    Element last = (Element) sections.item(sections.getLength() - 1);
    Element list = DeckXml.child(last, "sldIdLst");
    if (list == null) {
      list = presentation.createElementNS(SECTIONS, "p14:sldIdLst");
      last.insertBefore(list, last.getFirstChild());
    }
    Element entry = presentation.createElementNS(SECTIONS, "p14:sldId");
    entry.setAttribute("id", slide);
    list.appendChild(entry);
  }

  /** Names the type of a part that was added. */
  void addType(String part, String type) {
    addOverride(part, PREFIX + type);
  }

  private void addOverride(String part, String type) {
    Element override = types.createElementNS(TYPES, "Override");
    override.setAttribute("PartName", "/" + part);
    override.setAttribute("ContentType", type);
    types.getDocumentElement().appendChild(override);
  }

  /** Names the type of the part that holds the document's title. */
  void addCoreType(String part) {
    addOverride(part, "application/vnd.openxmlformats-package.core-properties+xml");
  }

  /** The master of all notes, which is added if the deck has none. */
  String notesMaster() throws IOException {
    if (notesMaster == null) {
      notesMaster = "ppt/notesMasters/notesMaster1.xml";
      String theme = "ppt/theme/themeNotes.xml";
      added.put(theme, DeckParts.resource("theme.xml"));
      added.put(notesMaster, DeckParts.resource("notesMaster.xml"));
      added.put(DeckRelations.name(notesMaster), DeckWriter.relations("theme", "/" + theme));
      addType(theme, "theme+xml");
      addType(notesMaster, "presentationml.notesMaster+xml");
      Element list = DeckXml.insert(presentation(), "p:notesMasterIdLst", BEFORE_NOTES);
      Element entry = presentation.createElementNS(DeckXml.PRESENTATION, "p:notesMasterId");
      entry.setAttributeNS(
          DeckXml.RELATIONSHIPS, "r:id", relations.add("notesMaster", "/" + notesMaster));
      list.appendChild(entry);
    }
    return notesMaster;
  }

  /** The parts that differ from the template's or are new, besides the slides. */
  Map<String, byte[]> changed() throws IOException {
    for (Element type : DeckXml.children(types.getDocumentElement())) {
      // What is written is a presentation, also where a template (.potx) was given.
      if (type.getAttribute("PartName").equals("/" + main)) {
        type.setAttribute("ContentType", PREFIX + "presentationml.presentation.main+xml");
      }
    }
    added.put(CONTENT_TYPES, DeckXml.bytes(types));
    added.put(main, DeckXml.bytes(presentation));
    added.put(DeckRelations.name(main), relations.bytes());
    return added;
  }
}
