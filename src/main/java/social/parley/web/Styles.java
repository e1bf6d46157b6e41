package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import social.parley.http.Caching;
import social.parley.http.Endpoints;

/**
 * All style sheets as one file, the community's colour among them. The list of files names one a
 * line, in their order.
 */
final class Styles implements Endpoints {
  private static final String FOLDER = "/social/parley/web/assets/css/";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENT = Pattern.compile("\\n\\s+");

  private final byte[] css;
  private final String hash;

  Styles(Accent accent) {
    StringBuilder all = new StringBuilder(accent.css());
    for (String name : read("list.txt").split("\\R"))
      if (!name.isBlank()) all.append(read(name.strip()));
    String small = INDENT.matcher(COMMENT.matcher(all).replaceAll("")).replaceAll("\n");
    css = small.getBytes(StandardCharsets.UTF_8);
    hash = hash(css);
  }

  String url() {
    return "/style/" + hash + ".css";
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/style/{hash}", this::serve);
  }

  private void serve(Context ctx) {
    if (ctx.path().equals(url())) Caching.forever(ctx);
    else Caching.revalidated(ctx);
    if (Caching.unchanged(ctx, hash)) return;
    ctx.contentType("text/css; charset=utf-8").result(css);
  }

  private static String read(String name) {
    try (InputStream in = Styles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IllegalStateException("no style sheet " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
