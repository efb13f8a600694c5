package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** A lesson's Markdown as runs of styled text: plain, strong, emphasised and code. */
final class Prose {
  private final Parser parser = Parser.builder().build();

  /** The runs of a piece of Markdown, paragraphs separated by a space. */
  List<Text> runs(String markdown) {
    List<Text> runs = new ArrayList<>();
    parser.parse(markdown).accept(new Runs(runs));
    return runs;
  }

  /** The same without any style. */
  String plain(String markdown) {
    StringBuilder plain = new StringBuilder();
    runs(markdown).forEach(run -> plain.append(run.getText()));
    return plain.toString();
  }

  private static final class Runs extends AbstractVisitor {
    private final List<Text> runs;
    private String style = "plain";

    Runs(List<Text> runs) {
      this.runs = runs;
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
      add(text.getLiteral(), style);
    }

    @Override
    public void visit(Code code) {
      add(code.getLiteral(), "code");
    }

    @Override
    public void visit(SoftLineBreak softBreak) {
      add(" ", style);
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
      add(" ", style);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (!runs.isEmpty()) {
        add(" ", style);
      }
      visitChildren(paragraph);
    }

    @Override
    public void visit(StrongEmphasis strong) {
      within("strong", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
      within("emphasis", emphasis);
    }

    private void within(String inner, Node node) {
      String outer = style;
      style = inner;
      visitChildren(node);
      style = outer;
    }

    private void add(String literal, String of) {
      Text run = new Text(literal);
      run.getStyleClass().addAll("prose-run", of);
      runs.add(run);
    }
  }
}
