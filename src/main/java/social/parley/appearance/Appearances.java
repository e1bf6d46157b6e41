package social.parley.appearance;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.media.MediaFile;
import social.parley.media.MediaPurpose;
import social.parley.media.MediaUrls;
import social.parley.media.SiteImages;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/**
 * The front door to how the community looks. Every page asks, so it is held in memory; what another
 * process changes is seen some seconds later.
 */
public final class Appearances {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final Database database;
  private final Clock clock;
  private final Settings settings;
  private final Actors actors;
  private final SiteImages images;
  private final MediaUrls urls;
  private final Snapshot<Appearance> known;

  public Appearances(
      Database database,
      Clock clock,
      Settings settings,
      Actors actors,
      SiteImages images,
      MediaUrls urls) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
    this.actors = actors;
    this.images = images;
    this.urls = urls;
    this.known = new Snapshot<>(database, clock, FRESH, this::read);
    known.get();
  }

  /** As it is now, or was when the database could last be read; not inside a read or write. */
  public Appearance now() {
    try {
      return known.get();
    } catch (RuntimeException unreadable) {
      // The page that says that something is wrong has to look like something.
      Appearance before = known.last();
      if (before == null) throw unreadable;
      return before;
    }
  }

  private Appearance read(Reading db) {
    Map<Part, AppearanceRow> rows = new EnumMap<>(Part.class);
    for (AppearanceRow row : AppearanceStore.all(db)) rows.put(row.part(), row);
    return new Appearance(
        content(rows, Part.COLOR).orElse(settings.about().color()),
        content(rows, Part.CSS).orElse(""),
        logo(rows.get(Part.LOGO)),
        picture(rows, Part.BANNER),
        picture(rows, Part.WALLPAPER));
  }

  private static Appearance.@Nullable Logo logo(@Nullable AppearanceRow row) {
    if (row == null || row.small() == null || row.width() == null) return null;
    return new Appearance.Logo(new Iri(row.content()), row.width(), row.small());
  }

  private static Optional<String> content(Map<Part, AppearanceRow> rows, Part part) {
    return Optional.ofNullable(rows.get(part)).map(AppearanceRow::content);
  }

  private static @Nullable Iri picture(Map<Part, AppearanceRow> rows, Part part) {
    return content(rows, part).map(Iri::new).orElse(null);
  }

  /** Sets the accent colour; the one of the settings counts again when it is that or empty. */
  public void color(@Nullable ActorId staff, String color) {
    String given = color.strip();
    if (!given.isEmpty() && !COLOR.matcher(given).matches())
      throw new Refused.Invalid("color", "must be like #3b5bdb");
    boolean usual = given.isEmpty() || given.equalsIgnoreCase(settings.about().color());
    text(staff, Part.COLOR, usual ? "" : given);
  }

  /** Sets the community's own style sheet; refused with the reason when it reaches elsewhere. */
  public void css(@Nullable ActorId staff, String css) {
    text(staff, Part.CSS, OwnCss.checked(css));
  }

  private void text(@Nullable ActorId staff, Part part, String content) {
    database.run(tx -> {
      String before = AppearanceStore.find(tx, part).map(AppearanceRow::content).orElse("");
      if (before.equals(content)) return;
      if (content.isEmpty()) AppearanceStore.delete(tx, part);
      else AppearanceStore.put(tx, AppearanceRow.text(part, content, clock.instant()));
      changed(tx, staff, part, content.isEmpty());
    });
  }

  /** Sets a picture: the logo, the banner or the wallpaper. */
  public void picture(@Nullable ActorId staff, Part part, InputStream content) {
    MediaFile file = images.upload(actors.instanceActor().id(), purpose(part), content);
    database.run(tx -> {
      Optional<MediaId> before = media(tx, part);
      AppearanceStore.put(
          tx,
          new AppearanceRow(
              part,
              urls.full(file).value(),
              urls.preview(file).orElse(null),
              file.width(),
              file.id(),
              clock.instant()));
      before.ifPresent(id -> images.remove(tx, id));
      changed(tx, staff, part, false);
    });
  }

  private static MediaPurpose purpose(Part part) {
    return switch (part) {
      case LOGO -> MediaPurpose.LOGO;
      case BANNER -> MediaPurpose.BANNER;
      case WALLPAPER -> MediaPurpose.WALLPAPER;
      case COLOR, CSS -> throw new IllegalArgumentException("not a picture");
    };
  }

  private static Optional<MediaId> media(Tx tx, Part part) {
    return AppearanceStore.find(tx, part).map(AppearanceRow::mediaId);
  }

  /** Takes a part back to how it comes with the settings and the program. */
  public void remove(@Nullable ActorId staff, Part part) {
    database.run(tx -> {
      Optional<MediaId> before = media(tx, part);
      if (!AppearanceStore.delete(tx, part)) return;
      before.ifPresent(id -> images.remove(tx, id));
      changed(tx, staff, part, true);
    });
  }

  private void changed(Tx tx, @Nullable ActorId staff, Part part, boolean removed) {
    known.drop(tx);
    tx.announce(new AppearanceChanged(staff, part, removed));
  }
}
