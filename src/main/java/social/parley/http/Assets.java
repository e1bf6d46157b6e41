package social.parley.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;

/**
 * The style sheets, scripts and pictures of the pages, from the class path, under addresses that
 * change with their content and may therefore be kept for ever.
 */
public final class Assets implements Endpoints {
  private static final String FOLDER = "/social/parley/web/assets/";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  private static final int HASH_BYTES = 8;
  private static final int LEAST_TO_COMPRESS = 512;

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  private record Asset(String hash, String type, byte[] plain, byte @Nullable [] compressed) {}

  /** The address of an asset, such as {@code app.css} or {@code htmx.js}. */
  public String url(String name) {
    Asset asset = find(name);
    if (asset == null) throw new IllegalArgumentException("no asset " + name);
    return "/assets/" + asset.hash() + "/" + name;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/assets/{hash}/<name>", this::serve);
  }

  /**
   * Answers with a script under a fixed address of its own. It begins with its {@code VERSION},
   * which is another whenever {@code state} is, so that browsers take it for new.
   */
  public void serveScript(Context ctx, String name, String state) {
    Asset asset = find(name);
    if (asset == null) throw new IllegalArgumentException("no asset " + name);
    String version = hash((asset.hash() + state).getBytes(StandardCharsets.UTF_8));
    Caching.revalidated(ctx);
    if (Caching.unchanged(ctx, version)) return;
    String script = new String(asset.plain(), StandardCharsets.UTF_8);
    ctx.contentType(asset.type()).result("const VERSION = \"" + version + "\";\n" + script);
  }

  private void serve(Context ctx) {
    Asset asset = find(ctx.pathParam("name"));
    if (asset == null) throw new Refused.NotFound();
    // A module that imports its neighbour by a relative address asks with its own hash.
    if (asset.hash().equals(ctx.pathParam("hash"))) Caching.forever(ctx);
    else Caching.revalidated(ctx);
    answer(ctx, asset);
  }

  private static void answer(Context ctx, Asset asset) {
    if (Caching.unchanged(ctx, asset.hash())) return;
    ctx.contentType(asset.type()).header("Vary", "Accept-Encoding");
    ctx.disableCompression();
    String accepted = ctx.header("Accept-Encoding");
    byte[] compressed = asset.compressed();
    if (compressed != null && accepted != null && accepted.contains("gzip"))
      ctx.header("Content-Encoding", "gzip").result(compressed);
    else ctx.result(asset.plain());
  }

  private @Nullable Asset find(String name) {
    if (!NAME.matcher(name).matches()) return null;
    Asset known = assets.get(name);
    if (known != null) return known;
    byte[] bytes = read(name);
    if (bytes == null) return null;
    Asset asset = new Asset(hash(bytes), type(name), bytes, compress(bytes));
    assets.put(name, asset);
    return asset;
  }

  private static byte @Nullable [] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(path(name))) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String path(String name) throws IOException {
    if (!name.equals("htmx.js")) return FOLDER + name;
    Properties properties = new Properties();
    try (InputStream in =
        Assets.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
      properties.load(in);
    }
    String version = properties.getProperty("version");
    return "/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js";
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte @Nullable [] compress(byte[] bytes) {
    if (bytes.length < LEAST_TO_COMPRESS) return null;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.size() < bytes.length * 0.9 ? out.toByteArray() : null;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "webp" -> "image/webp";
      case "jpg" -> "image/jpeg";
      case "ico" -> "image/x-icon";
      case "woff2" -> "font/woff2";
      case "json", "webmanifest" -> "application/json; charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
