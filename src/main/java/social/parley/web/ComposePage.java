package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.media.Media;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.web.ComposerView.PollForm;

/** Writing, answering and changing posts. */
public final class ComposePage implements Endpoints {
  private static final String PATH = "/compose";

  private final Routing routing;
  private final Pages pages;
  private final Composing composing;
  private final PostViews views;
  private final Database database;
  private final Posts posts;
  private final Media media;

  ComposePage(
      Routing routing,
      Pages pages,
      Composing composing,
      PostViews views,
      Database database,
      Posts posts,
      Media media) {
    this.routing = routing;
    this.pages = pages;
    this.composing = composing;
    this.views = views;
    this.database = database;
    this.posts = posts;
    this.media = media;
  }

  @Override
  public List<String> uploads() {
    return List.of(PATH, "/posts");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, PATH, this::show);
    routing.memberForm(routes, PATH, this::publish);
    routing.memberForm(routes, PATH + "/media", this::upload);
    routing.memberPage(routes, "/posts/{id}/edit", this::edit);
    routing.memberForm(routes, "/posts/{id}/edit", this::change);
  }

  private void show(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String answered = given.text("in_reply_to", "");
    ComposerView form;
    if (answered.isEmpty()) form = composing.starting(ctx, visitor);
    else {
      Post post = posts.seen(visitor.id(), PostId.parse(answered));
      form = composing.answering(visitor, post, views.of(visitor, post));
    }
    form(ctx, form);
  }

  private void form(Context ctx, ComposerView form) {
    String title = form.edited() != null ? "Edit" : form.isReply() ? "Reply" : "New post";
    pages.show(ctx, Head.of(title).at(Nav.HOME), "compose", form);
  }

  private void publish(Context ctx, Visitor visitor) {
    List<MediaId> files = List.of();
    Post post;
    try {
      routing.limit(ctx, Limit.POST, visitor);
      files = composing.files(ctx, visitor, true);
      post = posts.publish(composing.draft(ctx, visitor, files));
    } catch (Refused.Invalid wrong) {
      again(
          ctx, composing.again(ctx, visitor, null, answered(ctx, visitor), files, wrong.reason()));
      return;
    }
    if (LocalPath.isPartial(ctx) && Parameters.of(ctx).flag("inline", false))
      pages.part(
          ctx,
          "posted",
          Map.of("post", views.of(visitor, post), "composer", composing.fresh(visitor)));
    else {
      pages.notice(ctx, Notice.POSTED);
      LocalPath.go(ctx, "/@" + visitor.actor().acct() + "/" + post.id());
    }
  }

  private @Nullable PostView answered(Context ctx, Visitor visitor) {
    String id = Parameters.of(ctx).text("in_reply_to", "");
    return id.isEmpty() ? null : views.of(visitor, posts.seen(visitor.id(), PostId.parse(id)));
  }

  private void again(Context ctx, ComposerView form) {
    ctx.status(422);
    if (LocalPath.isPartial(ctx)) pages.part(ctx, "composer", "composer", form);
    else form(ctx, form);
  }

  /** Takes one file ahead of its post; a script puts the answer into the form. */
  private void upload(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.MEDIA, visitor);
    UploadedFile file = Parameters.of(ctx).file("file");
    if (file == null) throw new Refused.Invalid("file", "No file was sent.");
    pages.part(ctx, "attachment", "file", views.file(composing.upload(visitor, file)));
  }

  private Post own(Visitor visitor, PostId id) {
    Post post = posts.seen(visitor.id(), id);
    if (!post.author().equals(visitor.id()) || post.isBoost()) throw new Refused.NotFound();
    return post;
  }

  private void edit(Context ctx, Visitor visitor) {
    Post post = own(visitor, PostId.parse(ctx.pathParam("id")));
    PollForm poll =
        database.read(db -> posts.polls().of(db, List.of(post.id()))).values().stream()
            .map(ComposePage::pollForm)
            .findFirst()
            .orElse(PollForm.NONE);
    List<MediaView> files = views.files(database.read(db -> media.ofPost(db, post.id())));
    form(ctx, composing.editing(post, files, poll));
  }

  private static PollForm pollForm(Poll poll) {
    return new PollForm(
        poll.options().stream().map(Poll.Option::title).toList(), poll.multiple(), 86_400);
  }

  private void change(Context ctx, Visitor visitor) {
    PostId id = PostId.parse(ctx.pathParam("id"));
    Post before = own(visitor, id);
    List<MediaId> files = List.of();
    try {
      files = composing.files(ctx, visitor, false);
      posts.edit(visitor.id(), id, composing.edit(ctx, before, files));
    } catch (Refused.Invalid wrong) {
      again(ctx, composing.again(ctx, visitor, id, null, files, wrong.reason()));
      return;
    }
    LocalPath.go(ctx, "/@" + visitor.actor().acct() + "/" + id);
  }
}
