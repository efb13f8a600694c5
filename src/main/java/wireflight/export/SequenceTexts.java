package wireflight.export;

import java.util.Locale;
import wireflight.timeline.Lifeline;

/** Sequence diagrams in the languages that people paste: Mermaid, PlantUML, TikZ. */
final class SequenceTexts {
  private static final double APART = 6.5;
  private static final double MESSAGE = 1.0;
  private static final double REMARK = 0.55;
  private static final double MARGIN = 4.5;

  private SequenceTexts() {}

  static String mermaid(Story story) {
    StringBuilder out = new StringBuilder("sequenceDiagram\n");
    for (Lifeline lifeline : story.lifelines()) {
      out.append("  participant s").append(lifeline.index()).append(" as ");
      out.append(Escape.mermaid(lifeline.name())).append("<br/>");
      out.append(Escape.mermaid(Story.address(lifeline))).append('\n');
    }
    for (Story.Event event : story.events()) {
      switch (event) {
        case Story.Message message -> {
          out.append("  s").append(message.from());
          out.append(message.lost() ? "-x" : "->>").append('s').append(message.to());
          out.append(": ").append(Escape.mermaid(message.all())).append('\n');
        }
        case Story.Called call ->
            out.append("  Note over s")
                .append(call.lifeline())
                .append(": ")
                .append(Escape.mermaid(call.text()))
                .append('\n');
        case Story.State state ->
            out.append("  Note over s")
                .append(state.lifeline())
                .append(": ")
                .append(Escape.mermaid(state.name()))
                .append('\n');
      }
    }
    return out.toString();
  }

  static String plantUml(Story story) {
    StringBuilder out = new StringBuilder("@startuml\n");
    for (Lifeline lifeline : story.lifelines()) {
      out.append("participant \"").append(Escape.plantUml(lifeline.name())).append("\\n");
      out.append(Escape.plantUml(Story.address(lifeline)));
      out.append("\" as s").append(lifeline.index()).append('\n');
    }
    for (Story.Event event : story.events()) {
      switch (event) {
        case Story.Message message -> {
          out.append('s').append(message.from());
          out.append(message.lost() ? " ->x " : " -> ").append('s').append(message.to());
          out.append(" : ").append(Escape.plantUml(message.all())).append('\n');
        }
        case Story.Called call ->
            out.append("rnote over s")
                .append(call.lifeline())
                .append(" : ")
                .append(Escape.plantUml(call.text()))
                .append('\n');
        case Story.State state ->
            out.append("hnote over s")
                .append(state.lifeline())
                .append(" : ")
                .append(Escape.plantUml(state.name()))
                .append('\n');
      }
    }
    return out.append("@enduml\n").toString();
  }

  /** A whole document, whose picture can be copied into another one. */
  static String tikz(Story story) {
    StringBuilder body = new StringBuilder();
    double y = 0;
    for (Story.Event event : story.events()) {
      switch (event) {
        case Story.Message message -> {
          y -= MESSAGE;
          double from = APART * message.from();
          double to = APART * message.to();
          double end = message.lost() ? from + 0.84 * (to - from) : to;
          body.append(message.lost() ? "\\draw[lost] " : "\\draw[packet] ");
          body.append(at(from, y + 0.3));
          if (message.from() == message.to()) {
            body.append(" .. controls ").append(at(from + 1.5, y + 0.3)).append(" and ");
            body.append(at(from + 1.5, y - 0.3)).append(" .. ").append(at(to, y - 0.3));
            body.append(" node[label, pos=0.5, right] {");
          } else {
            body.append(" -- ").append(at(end, y - 0.3)).append(" node[label, pos=0.5] {");
          }
          body.append(Escape.tex(message.all())).append("};\n");
        }
        case Story.Called call -> {
          y -= REMARK;
          body.append(remark(call.lifeline(), y)).append("[call] {");
          body.append(Escape.tex(call.text())).append("};\n");
        }
        case Story.State state -> {
          y -= REMARK;
          body.append(remark(state.lifeline(), y)).append("[state] {");
          body.append(Escape.tex(state.name())).append("};\n");
        }
      }
    }
    StringBuilder heads = new StringBuilder();
    for (Lifeline lifeline : story.lifelines()) {
      double x = APART * lifeline.index();
      heads.append("\\draw[lifeline] ").append(at(x, 0)).append(" -- ").append(at(x, y - 0.8));
      heads.append(";\n\\node[head] at ").append(at(x, 0.3)).append(" {\\textbf{");
      heads.append(Escape.tex(lifeline.name())).append("}\\\\\\footnotesize\\ttfamily ");
      heads.append(Escape.tex(Story.address(lifeline))).append("};\n");
    }
    double width = APART * Math.max(0, story.lifelines().size() - 1) + 2 * MARGIN + 1;
    return "\\documentclass{article}\n"
        + "\\usepackage[utf8]{inputenc}\n"
        + "\\usepackage[paperwidth="
        + number(width)
        + "cm,paperheight="
        + number(4 - y)
        + "cm,margin=5mm]{geometry}\n"
        + "\\usepackage{tikz}\n"
        + "\\pagestyle{empty}\n\\parindent=0pt\n\\begin{document}\n\\centering\n"
        + "\\begin{tikzpicture}[\n"
        + "  lifeline/.style={densely dashed, gray},\n"
        + "  head/.style={draw=gray, fill=white, rounded corners=2pt, align=center},\n"
        + "  packet/.style={->, >=stealth, thick},\n"
        + "  lost/.style={thick, red!75!black, dashed},\n"
        + "  label/.style={fill=white, inner sep=2pt, font=\\footnotesize},\n"
        + "  call/.style={font=\\scriptsize\\ttfamily, brown!75!black},\n"
        + "  state/.style={font=\\scriptsize\\bfseries, draw, rounded corners=4pt, inner sep=2pt,"
        + " fill=white}]\n"
        + heads
        + body
        + "\\end{tikzpicture}\n\\end{document}\n";
  }

  /** A node beside a lifeline: outside of the first one, to the right of the others. */
  private static String remark(int lifeline, double y) {
    double x = APART * lifeline;
    return "\\node at " + at(x, y) + (lifeline == 0 ? "[left=4pt]" : "[right=4pt]");
  }

  private static String at(double x, double y) {
    return "(" + number(x) + "," + number(y) + ")";
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
