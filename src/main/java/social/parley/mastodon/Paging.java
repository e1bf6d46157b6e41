package social.parley.mastodon;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Parameters;

/** Reads which page of a list is wanted, and says where its neighbours are. */
public final class Paging {
  private static final int MOST_OFFSET = 10_000;
  private static final String ATTRIBUTE = "parley.paging";
  private final Settings settings;

  Paging(Settings settings) {
    this.settings = settings;
  }

  /** What was asked for; {@code byId} when clients may make cursors of the entities' ids. */
  private record Asked(Cursor cursor, boolean byId) {}

  /** A list whose entities' ids are its cursors, such as a timeline. */
  public Cursor ids(Context ctx, int fallback, int most) {
    return read(ctx, fallback, most, true);
  }

  /** A list with cursors of its own, such as followers; only the header knows them. */
  public Cursor hidden(Context ctx, int fallback, int most) {
    return read(ctx, fallback, most, false);
  }

  /** A ranking, of which pages are counted and not named. */
  public OffsetPage offset(Context ctx, int fallback, int most) {
    Parameters given = Parameters.of(ctx);
    Long offset = given.number("offset");
    if (offset != null && offset < 0) throw new Refused.Invalid("offset", "must not be negative");
    int left = offset == null ? 0 : (int) Math.min(offset, MOST_OFFSET);
    return new OffsetPage(left, Math.max(1, given.limit("limit", fallback, most)));
  }

  /** Adds the header for a page of a ranking that had so many entries. */
  public void link(Context ctx, OffsetPage page, int entries) {
    LinkHeader header =
        new LinkHeader(settings.at(ctx.path()).value(), ctx.queryString(), page.limit());
    if (entries == page.limit()) header.next("offset", page.offset() + page.limit());
    if (page.offset() > 0) header.prev("offset", Math.max(0, page.offset() - page.limit()));
    if (!header.isEmpty()) ctx.header("Link", header.toString());
  }

  private static Cursor read(Context ctx, int fallback, int most, boolean byId) {
    Parameters given = Parameters.of(ctx);
    Cursor cursor =
        new Cursor(
            id(given, "max_id"),
            id(given, "since_id"),
            id(given, "min_id"),
            Math.max(1, given.limit("limit", fallback, most)));
    ctx.attribute(ATTRIBUTE, new Asked(cursor, byId));
    return cursor;
  }

  /** What is no number bounds nothing: clients send whatever they were once given. */
  private static @Nullable Long id(Parameters given, String key) {
    try {
      return given.number(key);
    } catch (Refused.Invalid notANumber) {
      return null;
    }
  }

  /** Adds the header for a page that was read with the cursor this request asked for. */
  public void link(Context ctx, Page<?> page) {
    if (page.newest().isEmpty() || page.oldest().isEmpty()) return;
    Asked asked = Objects.requireNonNull(ctx.<Asked>attribute(ATTRIBUTE));
    LinkHeader header =
        new LinkHeader(settings.at(ctx.path()).value(), ctx.queryString(), asked.cursor().limit());
    header.next("max_id", page.oldest().getAsLong());
    header.prev(asked.byId() ? "min_id" : "since_id", page.newest().getAsLong());
    ctx.header("Link", header.toString());
  }

  /** Adds the header for a list that is read by how many entries to leave out. */
  public void offsets(Context ctx, int offset, int limit, boolean more) {
    LinkHeader header = new LinkHeader(settings.at(ctx.path()).value(), ctx.queryString(), limit);
    if (more) header.next("offset", (long) offset + limit);
    if (offset > 0) header.prev("offset", Math.max(0, offset - limit));
    if (more || offset > 0) ctx.header("Link", header.toString());
  }
}
