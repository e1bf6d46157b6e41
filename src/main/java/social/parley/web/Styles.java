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
import org.jspecify.annotations.Nullable;
import social.parley.appearance.Appearance;
import social.parley.appearance.Appearances;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;

/**
 * All style sheets as one file, the community's colour and wallpaper among them, and the
 * community's own as another. The list of files names one a line, in their order.
 */
final class Styles implements Endpoints {
  private static final String FOLDER = "/social/parley/web/assets/css/";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENT = Pattern.compile("\\n\\s+");

  private final Appearances appearances;
  private final String always;
  private volatile @Nullable Sheets sheets;

  /** The style sheets that go with an appearance; {@code own} is null where there is none. */
  private record Sheets(Appearance appearance, Sheet main, @Nullable Sheet own) {}

  private record Sheet(String url, String hash, byte[] css) {
    static Sheet of(String folder, String css) {
      byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
      String hash = Styles.hash(bytes);
      return new Sheet(folder + hash + ".css", hash, bytes);
    }
  }

  Styles(Appearances appearances) {
    this.appearances = appearances;
    StringBuilder all = new StringBuilder();
    for (String name : read("list.txt").split("\\R"))
      if (!name.isBlank()) all.append(read(name.strip()));
    always = small(all);
  }

  private static String small(CharSequence css) {
    return INDENT.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll("\n");
  }

  /** Where the style sheet for this appearance is. */
  String url(Appearance appearance) {
    return of(appearance).main().url();
  }

  /** Where the community's own style sheet is, null where there is none. */
  @Nullable String ownUrl(Appearance appearance) {
    Sheet own = of(appearance).own();
    return own == null ? null : own.url();
  }

  private Sheets of(Appearance appearance) {
    Sheets known = sheets;
    if (known != null && known.appearance().equals(appearance)) return known;
    String theme = small(Accent.css(appearance.color()) + wallpaper(appearance.wallpaper()));
    Sheets made =
        new Sheets(
            appearance,
            Sheet.of("/style/", theme + always),
            appearance.css().isEmpty() ? null : Sheet.of("/style/own/", appearance.css()));
    sheets = made;
    return made;
  }

  /** Behind the columns where there is room beside them, for those who let it be there. */
  private static String wallpaper(@Nullable Iri picture) {
    if (picture == null) return "";
    return """
    @media (width >= 80rem) and (not (prefers-contrast: more)) {
      :root:not([data-plain], [data-contrast]) .columns {
        --wallpaper: url("%s");
      }
    }
    """
        .formatted(picture.value());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/style/own/{hash}", ctx -> serve(ctx, of(appearances.now()).own()));
    routes.get("/style/{hash}", ctx -> serve(ctx, of(appearances.now()).main()));
  }

  private static void serve(Context ctx, @Nullable Sheet sheet) {
    if (sheet == null) throw new Refused.NotFound();
    if (ctx.path().equals(sheet.url())) Caching.forever(ctx);
    else Caching.revalidated(ctx);
    if (Caching.unchanged(ctx, sheet.hash())) return;
    ctx.contentType("text/css; charset=utf-8").result(sheet.css());
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
