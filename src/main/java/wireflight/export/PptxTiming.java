package wireflight.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What appears at each click of a slide (ECMA-376, 19.5). */
final class PptxTiming {
  private final XmlWriter xml;
  private int lastId;

  PptxTiming(XmlWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes the builds; nothing if there are none.
   *
   * @param groups the shapes by the names that the builds use
   */
  void write(List<List<String>> builds, Map<String, Integer> groups) throws IOException {
    List<List<Integer>> clicks =
        builds.stream()
            .map(names -> names.stream().filter(groups::containsKey).map(groups::get).toList())
            .filter(shapes -> !shapes.isEmpty())
            .toList();
    if (clicks.isEmpty()) {
      return;
    }
    xml.start("p:timing");
    xml.start("p:tnLst");
    xml.start("p:par");
    node("dur", "indefinite", "restart", "never", "nodeType", "tmRoot");
    xml.start("p:childTnLst");
    xml.start("p:seq", "concurrent", "1", "nextAc", "seek");
    node("dur", "indefinite", "nodeType", "mainSeq");
    xml.start("p:childTnLst");
    for (List<Integer> shapes : clicks) {
      click(shapes);
    }
    xml.end();
    xml.end();
    onSlide("p:prevCondLst", "onPrev");
    onSlide("p:nextCondLst", "onNext");
    for (int open = 0; open < 6; open++) {
      xml.end();
    }
  }

  private void node(String... attributes) throws IOException {
    lastId++;
    xml.start("p:cTn", "id", Integer.toString(lastId));
    for (int at = 0; at < attributes.length; at += 2) {
      xml.attribute(attributes[at], attributes[at + 1]);
    }
  }

  private void starts(String delay) throws IOException {
    xml.start("p:stCondLst");
    xml.empty("p:cond", "delay", delay);
    xml.end();
  }

  private void click(List<Integer> shapes) throws IOException {
    xml.start("p:par");
    node("fill", "hold");
    starts("indefinite");
    xml.start("p:childTnLst");
    xml.start("p:par");
    node("fill", "hold");
    starts("0");
    xml.start("p:childTnLst");
    String type = "clickEffect";
    for (int shape : shapes) {
      appear(shape, type);
      type = "withEffect";
    }
    for (int open = 0; open < 6; open++) {
      xml.end();
    }
  }

  private void appear(int shape, String type) throws IOException {
    xml.start("p:par");
    node("presetID", "1", "presetClass", "entr", "presetSubtype", "0", "fill", "hold");
    xml.attribute("nodeType", type);
    starts("0");
    xml.start("p:childTnLst");
    xml.start("p:set");
    xml.start("p:cBhvr");
    node("dur", "1", "fill", "hold");
    starts("0");
    xml.end();
    xml.start("p:tgtEl");
    xml.empty("p:spTgt", "spid", Integer.toString(shape));
    xml.end();
    xml.start("p:attrNameLst");
    xml.element("p:attrName", "style.visibility");
    xml.end();
    xml.end();
    xml.start("p:to");
    xml.empty("p:strVal", "val", "visible");
    xml.end();
    for (int open = 0; open < 4; open++) {
      xml.end();
    }
  }

  private void onSlide(String list, String event) throws IOException {
    xml.start(list);
    xml.start("p:cond", "evt", event, "delay", "0");
    xml.start("p:tgtEl");
    xml.empty("p:sldTgt");
    for (int open = 0; open < 3; open++) {
      xml.end();
    }
  }
}
