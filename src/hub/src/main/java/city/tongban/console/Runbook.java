package city.tongban.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The runbook as a page; each code's heading can be linked to by its code. */
@Component
class Runbook {
  private final String html;

  Runbook() {
    Node document = Parser.builder().build().parse(source());
    html =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak(
                "<br />\n") // keeps what happened, where to check and what to do on separate lines
            .attributeProviderFactory(context -> new Anchors())
            .build()
            .render(document);
  }

  String html() {
    return html;
  }

  private static String source() {
    try {
      return new ClassPathResource("docs/runbook.md").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the runbook is packed with the hub", e);
    }
  }

  /** Gives a heading its first word as id: {@code ### HUB-1001 …} becomes {@code #HUB-1001}. */
  private static final class Anchors implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading) {
        attributes.put("id", List.of(text(heading).split(" ", 2)).get(0));
      }
    }

    private static String text(Heading heading) {
      StringBuilder text = new StringBuilder();
      heading.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text node) {
              text.append(node.getLiteral());
            }
          });
      return text.toString();
    }
  }
}
