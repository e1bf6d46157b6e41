package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger has to load before the first page stands, pictures aside. */
class PageWeightTest {
  private static final int MOST = 60_000;
  private static final Pattern IMPORT =
      Pattern.compile("^import .* from \"\\./(.+)\";$", Pattern.MULTILINE);

  @TempDir Path data;

  @Test
  void theFirstPageIsLightAndComesFromHereAlone() throws IOException {
    try (Town town = Town.start(data)) {
      Guest author = town.member("ada");
      for (int i = 0; i < 12; i++)
        author
            .open("/compose")
            .submit("/compose", "text", "Post " + i + ": some words about #things and more.");
      Guest stranger = town.guest().open("/");
      int weight = weight(stranger.page().outerHtml());
      assertThat(stranger.page().select("[style], style, script:not([src])")).isEmpty();
      assertThat(stranger.header("Content-Security-Policy")).doesNotContain("unsafe");
      Set<String> files = new HashSet<>();
      for (Element one : stranger.page().select("link[rel=stylesheet], script[src]")) {
        String address = one.hasAttr("href") ? one.attr("href") : one.attr("src");
        assertThat(address).startsWith("/");
        weight += load(town.guest(), address, files);
      }
      assertThat(files.size()).isGreaterThan(4);
      assertThat(weight).isLessThan(MOST);
    }
  }

  /** The file and the modules that it cannot do without, each once. */
  private static int load(Guest guest, String address, Set<String> files) throws IOException {
    if (!files.add(address.substring(address.lastIndexOf('/') + 1))) return 0;
    String text = guest.openPart(address).body();
    int weight = weight(text);
    Matcher imported = IMPORT.matcher(text);
    while (imported.find())
      weight +=
          load(
              guest, address.substring(0, address.lastIndexOf('/') + 1) + imported.group(1), files);
    return weight;
  }

  private static int weight(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.size();
  }
}
