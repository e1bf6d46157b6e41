package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import social.parley.accounts.Role;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.emojis.EmojiChange;
import social.parley.emojis.Emojis;
import social.parley.emojis.OwnEmoji;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.mastodon.EmojiJson;
import social.parley.mastodon.Views;

/**
 * The custom emoji of this server: {@code /api/v1/custom_emojis} and {@code /api/v1/pleroma/emoji},
 * where a category is called a pack.
 */
public final class EmojisApi implements Endpoints {
  private static final String FILES = "/api/v1/pleroma/emoji/packs/files";

  private final Views views;
  private final Emojis emojis;

  private record Pleroma(String imageUrl, List<String> tags) {}

  private record Pack(Map<String, String> files, int filesCount, Map<String, Object> pack) {}

  private record Packs(Map<String, Pack> packs, int count) {}

  public EmojisApi(Views views, Emojis emojis) {
    this.views = views;
    this.emojis = emojis;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/custom_emojis", this::list);
    routes.get("/api/v1/pleroma/emoji", this::byShortcode);
    routes.get("/api/v1/pleroma/emoji/packs", this::packs);
    routes.post(FILES, this::add);
    routes.patch(FILES, this::edit);
    routes.delete(FILES, this::remove);
  }

  @Override
  public List<String> uploads() {
    return List.of(FILES);
  }

  private List<OwnEmoji> usable() {
    return emojis.all().stream().filter(emoji -> !emoji.disabled()).toList();
  }

  private void list(Context ctx) {
    List<EmojiJson> all = usable().stream().map(views.emoji()::of).toList();
    ctx.json(all);
  }

  private void byShortcode(Context ctx) {
    Map<String, Pleroma> all = new LinkedHashMap<>();
    for (OwnEmoji emoji : usable())
      if (emoji.listed())
        all.put(
            emoji.shortcode(),
            new Pleroma(
                emoji.url().value(),
                emoji.category().isEmpty() ? List.of() : List.of(emoji.category())));
    ctx.json(all);
  }

  private void packs(Context ctx) {
    Map<String, Map<String, String>> files = new TreeMap<>();
    for (OwnEmoji emoji : usable())
      files
          .computeIfAbsent(emoji.category(), _ -> new TreeMap<>())
          .put(emoji.shortcode(), file(emoji));
    Map<String, Pack> packs = new LinkedHashMap<>();
    files.forEach((name, of) -> packs.put(name, new Pack(of, of.size(), Map.of())));
    ctx.json(new Packs(packs, packs.size()));
  }

  private static String file(OwnEmoji emoji) {
    String url = emoji.url().value();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private Map<String, String> pack(String name) {
    Map<String, String> files = new TreeMap<>();
    for (OwnEmoji emoji : usable())
      if (emoji.category().equals(name)) files.put(emoji.shortcode(), file(emoji));
    return files;
  }

  private void requireStaff(Context ctx) {
    if (!views.authorization().user(ctx, "admin:write").person().role().isAtLeast(Role.ADMIN))
      throw new Refused.Forbidden("This action is not allowed");
  }

  private static String shortcode(Parameters given) {
    String shortcode = given.text("shortcode", "").strip();
    if (shortcode.isEmpty())
      throw new Refused.Invalid("shortcode", "ERR_BLANK", "shortcode can't be blank");
    return shortcode;
  }

  /** Takes an upload, or the address of a picture anywhere. */
  private void add(Context ctx) {
    requireStaff(ctx);
    Parameters given = Parameters.of(ctx);
    String category = given.text("name", "");
    UploadedFile file = given.file("file");
    if (file == null) emojis.copy(shortcode(given), category, address(given));
    else
      try (InputStream picture = file.open()) {
        emojis.add(shortcode(given), category, picture);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    ctx.json(pack(category.strip()));
  }

  private static Iri address(Parameters given) {
    return Iri.parse(given.text("file", ""))
        .filter(Iri::isWeb)
        .orElseThrow(() -> new Refused.Invalid("file", "ERR_BLANK", "File can't be blank"));
  }

  /** Moves an emoji to another category, hides or disables it. */
  private void edit(Context ctx) {
    requireStaff(ctx);
    Parameters given = Parameters.of(ctx);
    String category = given.text("name");
    emojis.edit(
        shortcode(given),
        new EmojiChange(category, given.flag("visible_in_picker"), given.flag("disabled")));
    ctx.json(pack(category == null ? "" : category.strip()));
  }

  private void remove(Context ctx) {
    requireStaff(ctx);
    Parameters given = Parameters.of(ctx);
    emojis.remove(shortcode(given));
    ctx.json(pack(given.text("name", "").strip()));
  }
}
