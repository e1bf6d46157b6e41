package social.parley.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Preferences;
import social.parley.config.Settings;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.http.Parameters;
import social.parley.media.Media;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.text.TextFormat;
import social.parley.web.ComposerView.Choices;
import social.parley.web.ComposerView.Lasting;
import social.parley.web.ComposerView.Options;
import social.parley.web.ComposerView.PollForm;

/** Fills the form in which posts are written. */
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
    return blank(visitor, "", null, WrittenForm.reach(visitor.account().preferences()), false);
  }

  /** An empty form with what the address says to start from, such as somebody's handle. */
  ComposerView starting(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    return blank(visitor, given.text("text", ""), null, WrittenForm.reach(given, visitor), true);
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
        false,
        "",
        chosen.sensitive(),
        Languages.of(visitor),
        reach,
        List.of(),
        PollForm.NONE,
        new Options(Answerers.EVERYBODY, chosen.quotes(), ""),
        choices,
        key(),
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
        post.sourceFormat() == TextFormat.MARKDOWN,
        post.warning(),
        post.sensitive(),
        post.language() == null ? "" : post.language(),
        post.reach(),
        files,
        poll,
        WrittenForm.options(post),
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
      @Nullable PostView quoted,
      List<MediaId> files,
      String problem) {
    Parameters given = Parameters.of(ctx);
    List<MediaView> known = new ArrayList<>();
    for (MediaId id : files) known.add(views.file(media.own(visitor.id(), id)));
    return new ComposerView(
        edited,
        answered,
        quoted,
        given.text("text", ""),
        given.flag("markdown", false),
        WrittenForm.warning(given),
        given.flag("sensitive", false),
        given.text("language", ""),
        WrittenForm.reach(given, visitor),
        known,
        WrittenForm.pollForm(given),
        WrittenForm.options(given),
        choices,
        key(),
        problem,
        true);
  }

  private String key() {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
