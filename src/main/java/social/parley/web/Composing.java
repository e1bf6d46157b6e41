package social.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Preferences;
import social.parley.config.Settings;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.Upload;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import social.parley.posts.PollDraft;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.posts.Terms;
import social.parley.text.TextFormat;
import social.parley.web.ComposerView.Choices;
import social.parley.web.ComposerView.Lasting;
import social.parley.web.ComposerView.PollForm;

/** Reads and fills the form in which posts are written. */
final class Composing {
  private static final List<Lasting> LASTING =
      List.of(
          new Lasting(1800, "30 minutes"),
          new Lasting(3600, "1 hour"),
          new Lasting(21_600, "6 hours"),
          new Lasting(86_400, "1 day"),
          new Lasting(259_200, "3 days"),
          new Lasting(604_800, "7 days"));

  private final Choices choices;
  private final Media media;
  private final PostViews views;
  private final RandomGenerator random;

  Composing(Settings settings, Media media, PostViews views, RandomGenerator random) {
    this.media = media;
    this.views = views;
    this.random = random;
    this.choices =
        new Choices(
            settings.limits().postCharacters(),
            settings.limits().postAttachments(),
            settings.limits().pollOptions(),
            Languages.of(settings.about().languages()),
            LASTING);
  }

  /** An empty form with the person's usual choices. */
  ComposerView fresh(Visitor visitor) {
    return blank(visitor, "", null, reach(visitor.account().preferences()), false);
  }

  /** An empty form with what the address says to start from, such as somebody's handle. */
  ComposerView starting(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    return blank(visitor, given.text("text", ""), null, reach(given, visitor), true);
  }

  /** A form that answers a post: no further than that goes, and naming who takes part in it. */
  ComposerView answering(Visitor visitor, Post post, PostView view) {
    Set<String> names = new LinkedHashSet<>();
    if (!post.author().equals(visitor.id())) names.add(view.author().acct());
    post.mentions().stream()
        .filter(mention -> !mention.actor().equals(visitor.id()))
        .forEach(mention -> names.add(mention.acct()));
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append('@').append(name).append(' '));
    Reach reach = reach(visitor.account().preferences()).within(post.reach());
    ComposerView form = blank(visitor, text.toString(), view, reach, true);
    return post.warning().isEmpty() ? form : withWarning(form, post.warning());
  }

  private ComposerView blank(
      Visitor visitor, String text, @Nullable PostView answered, Reach reach, boolean expanded) {
    Preferences chosen = visitor.account().preferences();
    return new ComposerView(
        null,
        answered,
        text,
        false,
        "",
        chosen.sensitive(),
        Languages.of(visitor),
        reach,
        List.of(),
        PollForm.NONE,
        choices,
        key(),
        null,
        expanded);
  }

  private static ComposerView withWarning(ComposerView form, String warning) {
    return new ComposerView(
        form.edited(),
        form.answered(),
        form.text(),
        form.markdown(),
        warning,
        form.sensitive(),
        form.language(),
        form.reach(),
        form.media(),
        form.poll(),
        form.choices(),
        form.key(),
        form.problem(),
        form.expanded());
  }

  /** A form that changes a post. */
  ComposerView editing(Post post, List<MediaView> files, PollForm poll) {
    String source = post.source();
    return new ComposerView(
        post.id(),
        null,
        source == null ? "" : source,
        post.sourceFormat() == TextFormat.MARKDOWN,
        post.warning(),
        post.sensitive(),
        post.language() == null ? "" : post.language(),
        post.reach(),
        files,
        poll,
        choices,
        key(),
        null,
        true);
  }

  /** The form as it was sent, with what is wrong with it. */
  ComposerView again(
      Context ctx,
      Visitor visitor,
      @Nullable PostId edited,
      @Nullable PostView answered,
      List<MediaId> files,
      String problem) {
    Parameters given = Parameters.of(ctx);
    List<MediaView> known = new ArrayList<>();
    for (MediaId id : files) known.add(views.file(media.own(visitor.id(), id)));
    return new ComposerView(
        edited,
        answered,
        given.text("text", ""),
        given.flag("markdown", false),
        warning(given),
        given.flag("sensitive", false),
        given.text("language", ""),
        reach(given, visitor),
        known,
        pollForm(given),
        choices,
        key(),
        problem,
        true);
  }

  /** What somebody wants to publish. */
  Draft draft(Context ctx, Visitor visitor, List<MediaId> files) {
    Parameters given = Parameters.of(ctx);
    String answered = given.text("in_reply_to", "");
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
        answered.isEmpty() ? null : PostId.parse(answered),
        files,
        poll(given),
        null,
        key.isEmpty() ? null : "web:" + key,
        Terms.under(Policy.SILENT.withQuote(quotes(visitor))));
  }

  private static Rule quotes(Visitor visitor) {
    return switch (visitor.account().preferences().quotes()) {
      case PUBLIC -> Rule.automatic(Group.PUBLIC);
      case FOLLOWERS -> Rule.automatic(Group.FOLLOWERS);
      case NOBODY -> Rule.automatic(Group.AUTHOR);
    };
  }

  /** What a post is to become. */
  Edit edit(Context ctx, Post before, List<MediaId> files) {
    Parameters given = Parameters.of(ctx);
    List<Edit.Description> descriptions = new ArrayList<>();
    Parameters described = given.in("description");
    for (MediaId id : files)
      if (described.has(id.toString()))
        descriptions.add(new Edit.Description(id, described.text(id.toString()), null));
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
        poll(given));
  }

  /**
   * The files of the form in their order: those sent ahead by a script, described as the form says,
   * then those that came with it.
   */
  List<MediaId> files(Context ctx, Visitor visitor, boolean describe) {
    Parameters given = Parameters.of(ctx);
    List<MediaId> ids = new ArrayList<>();
    for (String id : given.texts("media")) if (!id.isBlank()) ids.add(MediaId.parse(id));
    if (given.files("files").size() + ids.size() > choices.files())
      throw new Refused.Invalid(
          "files", "At most " + choices.files() + " pictures fit on one post.");
    Parameters described = given.in("description");
    if (describe)
      for (MediaId id : ids)
        if (described.has(id.toString()))
          media.edit(visitor.id(), id, described.text(id.toString()), null);
    for (UploadedFile file : given.files("files")) ids.add(upload(visitor, file).id());
    return ids;
  }

  MediaFile upload(Visitor visitor, UploadedFile file) {
    try (InputStream content = file.open()) {
      return media.upload(visitor.id(), Upload.of(content));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Parameters given) {
    // Forms send line ends as carriage return and line feed.
    return given.text("text", "").replace("\r\n", "\n");
  }

  private static String warning(Parameters given) {
    return given.flag("with_warning", false) ? given.text("warning", "").strip() : "";
  }

  private static TextFormat format(Parameters given) {
    return given.flag("markdown", false) ? TextFormat.MARKDOWN : TextFormat.PLAIN;
  }

  private static @Nullable String language(Parameters given) {
    String language = given.text("language", "");
    return language.isBlank() ? null : language;
  }

  private static PollForm pollForm(Parameters given) {
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

  private static Reach reach(Parameters given, Visitor visitor) {
    String named = given.text("reach", "").toUpperCase(Locale.ROOT);
    for (Reach reach : Reach.values()) if (reach.name().equals(named)) return reach;
    return reach(visitor.account().preferences());
  }

  private static Reach reach(Preferences chosen) {
    return Reach.valueOf(chosen.reach().name());
  }

  private String key() {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
