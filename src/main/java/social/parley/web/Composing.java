package social.parley.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.DefaultQuotes;
import social.parley.accounts.Preferences;
import social.parley.config.Settings;
import social.parley.core.Choice;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.drafts.DraftContent;
import social.parley.drafts.SavedDraft;
import social.parley.http.Parameters;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.text.TextFormat;
import social.parley.web.ComposerView.Choices;
import social.parley.web.ComposerView.Lasting;
import social.parley.web.ComposerView.Names;
import social.parley.web.ComposerView.Options;
import social.parley.web.ComposerView.PollForm;

/** Fills the form in which posts are written. */
final class Composing {
  private static final List<Lasting> LASTING =
      List.of(
          new Lasting(1800),
          new Lasting(3600),
          new Lasting(21_600),
          new Lasting(86_400),
          new Lasting(259_200),
          new Lasting(604_800));

  private final Choices choices;
  private final Media media;
  private final Posts posts;
  private final PostViews views;
  private final MediaViews files;
  private final RandomGenerator random;

  Composing(
      Settings settings,
      Media media,
      Posts posts,
      PostViews views,
      MediaViews files,
      RandomGenerator random) {
    this.media = media;
    this.posts = posts;
    this.views = views;
    this.files = files;
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
    return blank(visitor, "", null, WrittenForm.reach(visitor.account().preferences()), false);
  }

  /**
   * An empty form with what the address says to start from, such as somebody's handle, or what an
   * app shares: title, words and link, which some write in two of them.
   */
  ComposerView starting(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String text = given.text("text", "");
    StringBuilder all = new StringBuilder();
    for (String part : List.of(given.text("title", ""), text, given.text("url", "")))
      if (!part.isBlank() && all.indexOf(part) < 0 && (part.equals(text) || !text.contains(part)))
        all.append(all.isEmpty() ? "" : "\n\n").append(part);
    return blank(visitor, all.toString(), null, WrittenForm.reach(given, visitor), true);
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
    Reach reach = WrittenForm.reach(visitor.account().preferences()).within(post.reach());
    ComposerView form = blank(visitor, text.toString(), view, reach, true);
    return post.warning().isEmpty() ? form : form.warned(post.warning());
  }

  private ComposerView blank(
      Visitor visitor, String text, @Nullable PostView answered, Reach reach, boolean expanded) {
    Preferences chosen = visitor.account().preferences();
    return new ComposerView(
        null,
        answered,
        null,
        text,
        List.of(),
        false,
        "",
        chosen.sensitive(),
        Languages.of(visitor),
        reach,
        List.of(),
        PollForm.NONE,
        new Options(Answerers.EVERYBODY, chosen.quotes(), ""),
        choices,
        names(),
        null,
        expanded);
  }

  /** A form that changes a post. */
  ComposerView editing(Post post, List<MediaView> files, PollForm poll) {
    String source = post.source();
    return new ComposerView(
        post.id(),
        null,
        null,
        source == null ? "" : source,
        List.of(),
        post.sourceFormat() == TextFormat.MARKDOWN,
        post.warning(),
        post.sensitive(),
        post.language() == null ? "" : post.language(),
        post.reach(),
        files,
        poll,
        WrittenForm.options(post),
        choices,
        new Names(name(), name()),
        null,
        true);
  }

  /** The form as it was sent, with what is wrong with it. */
  ComposerView again(
      Context ctx,
      Visitor visitor,
      @Nullable PostId edited,
      List<MediaId> files,
      @Nullable String problem) {
    Parameters given = Parameters.of(ctx);
    return new ComposerView(
        edited,
        seen(visitor, WrittenForm.post(given, "in_reply_to")),
        seen(visitor, WrittenForm.post(given, "quote")),
        WrittenForm.text(given),
        WrittenForm.more(given),
        given.flag("markdown", false),
        WrittenForm.warning(given),
        given.flag("sensitive", false),
        given.text("language", ""),
        WrittenForm.reach(given, visitor),
        known(visitor, files.isEmpty() ? WrittenForm.ahead(given) : files).stream()
            .map(file -> WrittenForm.described(file, given))
            .toList(),
        WrittenForm.pollForm(given),
        WrittenForm.options(given),
        choices,
        new Names(name(), given.text("draft", "").isEmpty() ? name() : given.text("draft", "")),
        problem,
        true);
  }

  /** A form that goes on where a draft was left; what is not there any more is left out. */
  ComposerView goingOn(Visitor visitor, SavedDraft draft) {
    DraftContent content = draft.content();
    List<String> texts = content.texts();
    List<MediaId> files = content.media().stream().map(MediaId::new).toList();
    return new ComposerView(
        null,
        seen(visitor, post(content.answered())),
        seen(visitor, post(content.quoted())),
        texts.isEmpty() ? "" : texts.getFirst(),
        texts.isEmpty() ? List.of() : texts.subList(1, texts.size()),
        content.markdown(),
        content.warning(),
        content.sensitive(),
        content.language(),
        Choice.of(Reach.class, content.reach()).orElse(Reach.FOLLOWERS),
        known(visitor, files),
        DraftForm.poll(content.poll()),
        new Options(
            Choice.of(Answerers.class, content.answers()).orElse(Answerers.EVERYBODY),
            Choice.of(DefaultQuotes.class, content.quotes()).orElse(DefaultQuotes.NOBODY),
            content.at() == null ? "" : content.at()),
        choices,
        new Names(name(), draft.name()),
        null,
        true);
  }

  private static @Nullable PostId post(@Nullable Long id) {
    return id == null ? null : new PostId(id);
  }

  /** The post as it stands beside the form, if the visitor may see it. */
  @Nullable PostView seen(Visitor visitor, @Nullable PostId id) {
    if (id == null) return null;
    List<Post> seen = posts.visibleInOrder(visitor.id(), List.of(id));
    return seen.isEmpty() ? null : views.of(visitor, seen.getFirst());
  }

  MediaView file(MediaFile file) {
    return files.of(file);
  }

  List<MediaView> files(List<MediaFile> all) {
    return files.of(all);
  }

  /** Those of the files that are there; uploads that nobody used go after a day. */
  private List<MediaView> known(Visitor visitor, List<MediaId> files) {
    List<MediaView> known = new ArrayList<>();
    for (MediaId id : files)
      try {
        known.add(this.files.of(media.own(visitor.id(), id)));
      } catch (Refused.NotFound gone) {
        continue;
      }
    return known;
  }

  /** Both at once, as many pages ask for them. */
  private Names names() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    HexFormat hex = HexFormat.of();
    return new Names(hex.formatHex(bytes, 0, 12), hex.formatHex(bytes, 12, 24));
  }

  private String name() {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
