package social.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.DefaultQuotes;
import social.parley.accounts.Preferences;
import social.parley.core.Choice;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.media.Focus;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.Upload;
import social.parley.posts.Deed;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Rule;
import social.parley.posts.PollDraft;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.posts.Terms;
import social.parley.quotes.QuoteChoices;
import social.parley.text.TextFormat;
import social.parley.web.ComposerView.Options;
import social.parley.web.ComposerView.PollForm;

/** Reads the form in which posts are written. */
final class WrittenForm {
  /** Time zones reach no further than this from UTC, in minutes. */
  private static final long FARTHEST = 18 * 60;

  private final Routing routing;
  private final Media media;
  private final int mostFiles;

  WrittenForm(Routing routing, Media media, int mostFiles) {
    this.routing = routing;
    this.media = media;
    this.mostFiles = mostFiles;
  }

  /** What somebody wants to publish. */
  Draft draft(Context ctx, Visitor visitor, List<MediaId> files) {
    Parameters given = Parameters.of(ctx);
    String key = given.text("key", "");
    String warning = warning(given);
    return new Draft(
        visitor.id(),
        text(given),
        format(given),
        warning,
        given.flag("sensitive", false) || !warning.isEmpty(),
        language(given),
        reach(given, visitor),
        post(given, "in_reply_to"),
        files,
        poll(given),
        null,
        key.isEmpty() ? null : "web:" + key,
        new Terms(post(given, "quote"), policy(given), null, null));
  }

  /** Who may answer and who may quote. */
  private static Policy policy(Parameters given) {
    Options chosen = options(given);
    return new Policy(null, chosen.answers().rule(), null, QuoteChoices.rule(chosen.quotes()));
  }

  /** Who may quote, if the form says something else than what holds; the rest stays as it is. */
  private static @Nullable Rule changed(Post before, Parameters given) {
    DefaultQuotes chosen = options(given).quotes();
    return !given.has("quotes") || chosen == options(before).quotes()
        ? null
        : QuoteChoices.rule(chosen);
  }

  /** The choices as the form was sent. */
  static Options options(Parameters given) {
    return new Options(
        Choice.of(Answerers.class, given.text("answers", "")).orElse(Answerers.EVERYBODY),
        Choice.of(DefaultQuotes.class, given.text("quotes", "")).orElse(DefaultQuotes.PUBLIC),
        given.text("at", ""));
  }

  /** The choices that a post was published with. */
  static Options options(Post post) {
    return new Options(
        Answerers.nearest(post.policy().of(Deed.REPLY)),
        QuoteChoices.nearest(post.policy().effective(Deed.QUOTE, post.reach())),
        "");
  }

  /** When it is to be published, by the clock of its author; null for at once. */
  @Nullable Instant at(Context ctx) {
    Parameters given = Parameters.of(ctx);
    String at = given.text("at", "");
    if (at.isBlank()) return null;
    Long minutes = given.number("offset");
    long offset = minutes == null ? 0 : Math.clamp(minutes, -FARTHEST, FARTHEST);
    try {
      return LocalDateTime.parse(at).toInstant(ZoneOffset.UTC).plus(Duration.ofMinutes(offset));
    } catch (DateTimeException wrong) {
      throw new Refused.Invalid("at", "The time to publish it is not valid.");
    }
  }

  /** What a post is to become. */
  Edit edit(Context ctx, Post before, List<MediaId> files) {
    Parameters given = Parameters.of(ctx);
    List<Edit.Description> descriptions = new ArrayList<>();
    Parameters described = given.in("description");
    for (MediaId id : files)
      if (described.has(id.toString()))
        descriptions.add(
            new Edit.Description(
                id,
                described.text(id.toString()),
                Focus.parse(focus(given, id)).isEmpty() ? null : focus(given, id)));
    String warning = warning(given);
    return new Edit(
        text(given),
        // The form knows no other than these two; what an app wrote as HTML stays that.
        before.sourceFormat() == TextFormat.HTML ? null : format(given),
        warning,
        given.flag("sensitive", false) || !warning.isEmpty(),
        language(given),
        files,
        descriptions,
        poll(given),
        changed(before, given));
  }

  /**
   * The files of the form in their order: those sent ahead by a script, described as the form says,
   * then those that came with it. One that is gone keeps its place, as publishing says so.
   */
  List<MediaId> files(Context ctx, Visitor visitor, boolean describe) {
    Parameters given = Parameters.of(ctx);
    List<MediaId> ids = new ArrayList<>(ahead(given));
    if (describe && ids.size() <= mostFiles) ids.forEach(id -> describe(visitor, given, id));
    if (given.files("files").size() + ids.size() > mostFiles)
      throw new Refused.Invalid("files", "At most " + mostFiles + " pictures fit on one post.");
    for (UploadedFile file : given.files("files")) ids.add(upload(ctx, visitor, file).id());
    return ids;
  }

  /** Those sent ahead by a script. */
  static List<MediaId> ahead(Parameters given) {
    return given.texts("media").stream().filter(id -> !id.isBlank()).map(MediaId::parse).toList();
  }

  private void describe(Visitor visitor, Parameters given, MediaId id) {
    String description = given.in("description").text(id.toString());
    if (description == null) return;
    try {
      media.edit(visitor.id(), id, description, Focus.parse(focus(given, id)).orElse(null));
    } catch (Refused.NotFound gone) {
      // Uploads that nobody used go after a day; the text around them is to be kept all the same.
      return;
    }
  }

  /** A file with what the form says of it, whether that was kept or not. */
  static MediaView described(MediaView file, Parameters given) {
    String description = given.in("description").text(file.id().toString());
    return description == null
        ? file
        : file.described(
            description.replace("\r\n", "\n"),
            Focus.parse(focus(given, file.id())).orElse(file.point()));
  }

  /** The post that a field names, if any. */
  static @Nullable PostId post(Parameters given, String field) {
    String id = given.text(field, "");
    return id.isEmpty() ? null : PostId.parse(id);
  }

  /** What to keep in sight of a picture, as {@code x,y}. */
  private static String focus(Parameters given, MediaId id) {
    Parameters point = given.in("focus").in(id.toString());
    return point.text("x", "") + "," + point.text("y", "");
  }

  MediaFile upload(Context ctx, Visitor visitor, UploadedFile file) {
    routing.limit(ctx, Limit.MEDIA, visitor);
    try (InputStream content = file.open()) {
      return media.upload(visitor.id(), Upload.of(content));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String text(Parameters given) {
    // Forms send line ends as carriage return and line feed.
    return given.text("text", "").replace("\r\n", "\n");
  }

  /** The texts of the posts that follow the first. */
  static List<String> more(Parameters given) {
    return given.texts("more").stream()
        .limit(ComposerView.MOST_MORE)
        .map(text -> text.replace("\r\n", "\n"))
        .toList();
  }

  /** A post that follows another of the same form, with the same choices. */
  static Draft following(Draft first, String text, PostId parent, int number) {
    String key = first.idempotencyKey();
    return new Draft(
        first.author(),
        text,
        first.format(),
        first.warning(),
        first.sensitive(),
        first.language(),
        first.reach(),
        parent,
        List.of(),
        null,
        null,
        key == null ? null : key + "." + number,
        new Terms(null, first.terms().policy(), null, null));
  }

  static String warning(Parameters given) {
    return given.flag("with_warning", false) ? given.text("warning", "").strip() : "";
  }

  static TextFormat format(Parameters given) {
    return given.flag("markdown", false) ? TextFormat.MARKDOWN : TextFormat.PLAIN;
  }

  private static @Nullable String language(Parameters given) {
    String language = given.text("language", "");
    return language.isBlank() ? null : language;
  }

  static PollForm pollForm(Parameters given) {
    Parameters poll = given.in("poll");
    Long seconds = poll.number("expires_in");
    List<String> options = poll.texts("options");
    return options.isEmpty() || !given.flag("with_poll", false)
        ? PollForm.NONE
        : new PollForm(options, poll.flag("multiple", false), seconds == null ? 86_400 : seconds);
  }

  private static @Nullable PollDraft poll(Parameters given) {
    PollForm form = pollForm(given);
    if (!form.isFilled()) return null;
    List<String> options = form.options().stream().filter(option -> !option.isBlank()).toList();
    return new PollDraft(options, form.multiple(), false, Duration.ofSeconds(form.seconds()));
  }

  static Reach reach(Parameters given, Visitor visitor) {
    return Choice.of(Reach.class, given.text("reach", ""))
        .orElseGet(() -> reach(visitor.account().preferences()));
  }

  static Reach reach(Preferences chosen) {
    return Reach.valueOf(chosen.reach().name());
  }
}
