package social.parley.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Captions in the one form that browsers show. SubRip, which differs little, becomes WebVTT; style
 * sheets are left out, for how captions look is for the reader's browser to say.
 */
final class WebVtt {
  static final String MEDIA_TYPE = "text/vtt";

  /** The longest file, in bytes: hours of speech take a tenth of it. */
  static final long MAX_BYTES = 1 << 20;

  private static final Pattern SIGNATURE = Pattern.compile("WEBVTT([ \\t][^\\n]*)?");
  private static final Pattern STYLE = Pattern.compile("STYLE[ \\t\\f]*(?:\\n.*)?", Pattern.DOTALL);
  private static final Pattern SUBRIP =
      Pattern.compile(
          "(?:[0-9]+\\n)?[0-9]{1,3}:[0-9]{2}:[0-9]{2},[0-9]{1,3} *-->"
              + " *[0-9]{1,3}:[0-9]{2}:[0-9]{2},[0-9]{1,3}[^\\n]*(?:\\n.*)?",
          Pattern.DOTALL);
  private static final Pattern COMMA =
      Pattern.compile("(?<=[0-9]{2}:[0-9]{2}:[0-9]{2}),(?=[0-9]{1,3})");

  private WebVtt() {}

  /** Writes the captions of one file to another; unusable when it holds none. */
  static void convert(Path from, Path to) throws IOException, Unusable {
    Files.writeString(to, converted(text(from).strip()));
  }

  private static String text(Path file) throws IOException, Unusable {
    if (Files.size(file) > MAX_BYTES) throw new Unusable("too long for captions");
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return (text.startsWith("\ufeff") ? text.substring(1) : text)
          .replace("\r\n", "\n")
          .replace('\r', '\n');
    } catch (CharacterCodingException binary) {
      throw new Unusable("not UTF-8");
    }
  }

  private static String converted(String text) throws Unusable {
    List<String> blocks = new ArrayList<>(List.of(text.split("\n{2,}")));
    String first = blocks.getFirst();
    int line = first.indexOf('\n');
    if (SIGNATURE.matcher(line < 0 ? first : first.substring(0, line)).matches()) {
      blocks.removeIf(block -> STYLE.matcher(block).matches());
      return String.join("\n\n", blocks) + "\n";
    }
    if (!SUBRIP.matcher(text).matches()) throw new Unusable("neither WebVTT nor SubRip");
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    for (String block : blocks)
      if (SUBRIP.matcher(block).matches()) vtt.append('\n').append(timed(block)).append('\n');
    return vtt.toString();
  }

  /** Commas become points in the line of times alone. */
  private static String timed(String block) {
    int arrow = block.indexOf("-->");
    int end = block.indexOf('\n', arrow);
    String head = end < 0 ? block : block.substring(0, end);
    return COMMA.matcher(head).replaceAll(".") + (end < 0 ? "" : block.substring(end));
  }
}
