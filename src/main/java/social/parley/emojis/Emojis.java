package social.parley.emojis;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import social.parley.actors.Actors;
import social.parley.actors.CustomEmoji;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.media.EmojiImages;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;
import social.parley.text.Emoji;

/**
 * The front door to the custom emoji of this server. They are few and used everywhere, so all of
 * them are held in memory; what another process changes is seen some seconds later.
 */
public final class Emojis {
  /** Longer categories and shortcodes are refused, counted in UTF-16 units. */
  public static final int MAX_NAME = 100;

  private static final Pattern SHORTCODE = Pattern.compile("[A-Za-z0-9_]{2," + MAX_NAME + "}");
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Settings settings;
  private final Actors actors;
  private final EmojiImages images;
  private final MediaUrls urls;
  private final EmojiStore store = new EmojiStore();
  private final Snapshot<Map<String, OwnEmoji>> known;

  public Emojis(
      Database database,
      Ids ids,
      Clock clock,
      Settings settings,
      Actors actors,
      EmojiImages images,
      MediaUrls urls) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.actors = actors;
    this.images = images;
    this.urls = urls;
    this.known = new Snapshot<>(database, clock, FRESH, this::byShortcode);
    known.get();
  }

  /** Adds an emoji with a picture that is read from here. */
  public OwnEmoji add(String shortcode, String category, InputStream picture) {
    return add(shortcode, category, () -> images.upload(keeper(), picture));
  }

  /** Adds an emoji with the picture at this address, which may be another server's. */
  public OwnEmoji copy(String shortcode, String category, Iri picture) {
    return add(shortcode, category, () -> images.copy(keeper(), picture));
  }

  private ActorId keeper() {
    return actors.instanceActor().id();
  }

  private OwnEmoji add(String shortcode, String category, Supplier<MediaFile> picture) {
    if (!SHORTCODE.matcher(shortcode).matches())
      throw new Refused.Invalid(
          "shortcode", "ERR_INVALID", "must be two or more letters, digits or underscores");
    String checked = checked(category);
    if (database.read(db -> store.find(db, shortcode)).isPresent()) throw taken(shortcode);
    MediaFile file = picture.get();
    OwnEmoji emoji = emoji(shortcode, checked, file);
    boolean added =
        changing(tx -> {
          boolean inserted = store.insert(tx, emoji);
          if (!inserted) images.remove(tx, file.id());
          return inserted;
        });
    if (!added) throw taken(shortcode);
    return emoji;
  }

  private static Refused taken(String shortcode) {
    return new Refused.Invalid("shortcode", "ERR_TAKEN", shortcode + " is taken already");
  }

  private static String checked(String category) {
    String stripped = category.strip();
    if (stripped.length() > MAX_NAME)
      throw new Refused.Invalid("category", "ERR_TOO_LONG", "The category is too long");
    return stripped;
  }

  private OwnEmoji emoji(String shortcode, String category, MediaFile file) {
    long id = ids.next();
    Instant now = clock.instant();
    Iri full = urls.full(file);
    return new OwnEmoji(
        id,
        settings.at("/emojis/" + id),
        shortcode,
        file.id(),
        full,
        urls.preview(file).orElse(full),
        file.mediaType(),
        category,
        true,
        false,
        now,
        now);
  }

  /** Changes how an emoji is offered. */
  public OwnEmoji edit(String shortcode, EmojiChange change) {
    return changing(tx -> {
      OwnEmoji before = existing(tx, shortcode);
      OwnEmoji changed = changed(before, change);
      store.update(tx, changed, clock.instant());
      return changed;
    });
  }

  private static OwnEmoji changed(OwnEmoji emoji, EmojiChange change) {
    String category = change.category();
    Boolean listed = change.listed();
    Boolean disabled = change.disabled();
    return new OwnEmoji(
        emoji.id(),
        emoji.iri(),
        emoji.shortcode(),
        emoji.mediaId(),
        emoji.url(),
        emoji.stillUrl(),
        emoji.mediaType(),
        category == null ? emoji.category() : checked(category),
        listed == null ? emoji.listed() : listed,
        disabled == null ? emoji.disabled() : disabled,
        emoji.createdAt(),
        emoji.updatedAt());
  }

  /** Removes an emoji and its picture; where texts used it, its name stands again. */
  public void remove(String shortcode) {
    changing(tx -> {
      OwnEmoji emoji = existing(tx, shortcode);
      store.delete(tx, emoji);
      images.remove(tx, emoji.mediaId());
      return emoji;
    });
  }

  /** What memory has is read anew at once, for those who look no further. */
  private <T> T changing(Function<Tx, T> work) {
    T result =
        database.write(tx -> {
          known.drop(tx);
          return work.apply(tx);
        });
    known.get();
    return result;
  }

  private OwnEmoji existing(Tx tx, String shortcode) {
    return store
        .find(tx, shortcode)
        .orElseThrow(() -> new Refused.NotFound("there is no emoji " + shortcode));
  }

  private Map<String, OwnEmoji> byShortcode(Reading db) {
    Map<String, OwnEmoji> all = new LinkedHashMap<>();
    for (OwnEmoji emoji : store.all(db)) all.put(emoji.shortcode(), emoji);
    return all;
  }

  /** All emoji, by category and name; not inside a read or write. */
  public List<OwnEmoji> all() {
    return List.copyOf(known.get().values());
  }

  /** Those that texts use, as they are written into; not inside a read or write. */
  public List<CustomEmoji> usedIn(Iterable<String> texts) {
    List<CustomEmoji> used = new ArrayList<>();
    Map<String, OwnEmoji> all = known.get();
    if (all.isEmpty()) return used;
    for (String text : texts)
      for (String shortcode : Emoji.shortcodes(text)) {
        OwnEmoji emoji = all.get(shortcode);
        if (emoji == null || emoji.disabled()) continue;
        CustomEmoji one = emoji.inText();
        if (!used.contains(one)) used.add(one);
      }
    return used;
  }

  /** An emoji that may be used, looked up afresh; not inside a read or write. */
  public Optional<OwnEmoji> usable(String shortcode) {
    return Optional.ofNullable(known.get().get(shortcode)).filter(emoji -> !emoji.disabled());
  }

  /** An emoji as far as memory has it; this costs nothing. */
  public Optional<OwnEmoji> remembered(String shortcode) {
    Map<String, OwnEmoji> all = known.last();
    return Optional.ofNullable(all == null ? null : all.get(shortcode));
  }

  /** Another object as soon as memory has other emoji; this costs nothing. */
  public Object edition() {
    Map<String, OwnEmoji> all = known.last();
    return all == null ? this : all;
  }

  /** Whether a picture is one that this server gives out itself. */
  public boolean isOwn(CustomEmoji emoji) {
    return emoji.url().sameOrigin(settings.url());
  }
}
