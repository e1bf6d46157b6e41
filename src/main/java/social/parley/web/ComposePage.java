package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.drafts.DraftContent;
import social.parley.drafts.Drafts;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.posts.Draft;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.scheduling.ScheduledPosts;
import social.parley.web.ComposerView.PollForm;
import social.parley.words.Words;

/** Writing, answering, quoting and changing posts. */
public final class ComposePage implements Endpoints {
  private static final String PATH = "/compose";

  private final Routing routing;
  private final Pages pages;
  private final PostViews views;
  private final Composing composing;
  private final WrittenForm written;
  private final Posts posts;
  private final ScheduledPosts scheduled;
  private final Drafts drafts;

  ComposePage(
      PageParts parts,
      Composing composing,
      WrittenForm written,
      Posts posts,
      ScheduledPosts scheduled,
      Drafts drafts) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.views = parts.views();
    this.composing = composing;
    this.written = written;
    this.posts = posts;
    this.scheduled = scheduled;
    this.drafts = drafts;
  }

  @Override
  public List<String> uploads() {
    return List.of(PATH, "/posts");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, PATH, this::show);
    routing.memberForm(routes, PATH, this::publish);
    routing.memberForm(routes, PATH + "/more", this::lengthen);
    routing.memberForm(routes, PATH + "/media", this::upload);
    routing.memberPage(routes, "/posts/{id}/edit", this::edit);
    routing.memberForm(routes, "/posts/{id}/edit", this::change);
    routing.memberForm(routes, "/posts/{id}/redraft", this::redraft);
  }

  private void show(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    String answered = given.text("in_reply_to", "");
    PostView quoted = view(visitor, given.text("quote", ""));
    if (answered.isEmpty()) {
      form(ctx, composing.starting(ctx, visitor).quoting(quoted));
      return;
    }
    Post post = posts.seen(visitor.id(), PostId.parse(answered));
    form(ctx, composing.answering(visitor, post, views.of(visitor, post)));
  }

  private @Nullable PostView view(Visitor visitor, String id) {
    return id.isEmpty() ? null : views.of(visitor, posts.seen(visitor.id(), PostId.parse(id)));
  }

  private void form(Context ctx, ComposerView form) {
    String title =
        form.edited() != null
            ? say("do.edit")
            : form.isReply() ? say("do.reply") : say("composer.new");
    pages.show(ctx, Head.of(title).at(Nav.HOME), "compose", form);
  }

  private void publish(Context ctx, Visitor visitor) {
    List<MediaId> files = List.of();
    try {
      routing.limit(ctx, Limit.POST, visitor);
      files = written.files(ctx, visitor, true);
      Draft draft = written.draft(ctx, visitor, files);
      Instant at = written.at(ctx);
      List<String> more = WrittenForm.more(Parameters.of(ctx));
      if (at == null) publish(ctx, visitor, draft, more);
      else if (more.stream().allMatch(String::isBlank)) schedule(ctx, visitor, draft, at);
      else throw new Refused.Invalid("at", "Several posts can only be published at once.");
    } catch (Refused.NotFound gone) {
      again(ctx, visitor, null, files, say("composer.gone"));
    } catch (Refused wrong) {
      again(ctx, visitor, null, files, wrong.reason());
    }
  }

  private void schedule(Context ctx, Visitor visitor, Draft draft, Instant at) {
    var unused = scheduled.schedule(draft, at, null);
    done(ctx, visitor);
    pages.notice(ctx, Notice.SCHEDULED);
    LocalPath.go(ctx, "/settings/scheduled");
  }

  /** Publishes one after the other; when one fails, it and those behind it stay in the form. */
  private void publish(Context ctx, Visitor visitor, Draft draft, List<String> more) {
    Post first = posts.publish(draft);
    Post last = first;
    for (int i = 0; i < more.size(); i++) {
      if (more.get(i).isBlank()) continue;
      try {
        routing.limit(ctx, Limit.POST, visitor);
        last = posts.publish(WrittenForm.following(draft, more.get(i), last.id(), i + 1));
      } catch (Refused wrong) {
        keep(ctx, visitor, i + 1, last);
        String problem = say("composer.partly", Words.now().refusal(wrong.reason()));
        ComposerView form = composing.again(ctx, visitor, null, List.of(), problem);
        refuse(ctx, form.from(i, views.of(visitor, last)));
        return;
      } catch (RuntimeException broken) {
        keep(ctx, visitor, i + 1, last);
        throw broken;
      }
    }
    done(ctx, visitor);
    published(ctx, visitor, first);
  }

  private void done(Context ctx, Visitor visitor) {
    String draft = Parameters.of(ctx).text("draft", "");
    drafts.done(visitor.id(), draft);
    pages.sent(ctx, draft);
  }

  /** What is not published stays a draft, without what is. */
  private void keep(Context ctx, Visitor visitor, int published, Post last) {
    Parameters given = Parameters.of(ctx);
    DraftContent rest =
        DraftForm.content(given, List.of(), visitor).after(published, last.id().value());
    try {
      drafts.save(visitor.id(), given.text("draft", ""), rest);
    } catch (Refused full) {
      // Then it stays in the form alone.
      return;
    }
  }

  private void published(Context ctx, Visitor visitor, Post post) {
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

  private void again(
      Context ctx, Visitor visitor, @Nullable PostId edited, List<MediaId> files, String problem) {
    refuse(ctx, composing.again(ctx, visitor, edited, files, problem));
  }

  private void refuse(Context ctx, ComposerView form) {
    ctx.status(422);
    answer(ctx, form);
  }

  private void answer(Context ctx, ComposerView form) {
    boolean inline = Parameters.of(ctx).flag("inline", false);
    if (LocalPath.isPartial(ctx))
      pages.part(ctx, "composer", Map.of("composer", form, "inline", inline));
    else form(ctx, form);
  }

  /** The form as it was sent, with room for one more post. */
  private void lengthen(Context ctx, Visitor visitor) {
    List<MediaId> files = List.of();
    try {
      files = written.files(ctx, visitor, true);
    } catch (Refused wrong) {
      again(ctx, visitor, null, files, wrong.reason());
      return;
    }
    answer(ctx, composing.again(ctx, visitor, null, files, null).longer());
  }

  /** Takes one file ahead of its post; a script puts the answer into the form. */
  private void upload(Context ctx, Visitor visitor) {
    UploadedFile file = Parameters.of(ctx).file("file");
    if (file == null) throw new Refused.Invalid("file", "No file was sent.");
    pages.part(ctx, "attachment", "file", composing.file(written.upload(ctx, visitor, file)));
  }

  private Post own(Visitor visitor, Context ctx) {
    Post post = posts.seen(visitor.id(), PostId.parse(ctx.pathParam("id")));
    if (!post.author().equals(visitor.id()) || post.isBoost()) throw new Refused.NotFound();
    return post;
  }

  private ComposerView editing(Post post) {
    List<PostId> id = List.of(post.id());
    Poll poll = posts.pollsOf(id).get(post.id());
    List<MediaView> files = composing.files(posts.mediaOf(id).getOrDefault(post.id(), List.of()));
    return composing.editing(post, files, poll == null ? PollForm.NONE : pollForm(poll));
  }

  private void edit(Context ctx, Visitor visitor) {
    form(ctx, editing(own(visitor, ctx)));
  }

  private static PollForm pollForm(Poll poll) {
    return new PollForm(
        poll.options().stream().map(Poll.Option::title).toList(), poll.multiple(), 86_400);
  }

  private void change(Context ctx, Visitor visitor) {
    Post before = own(visitor, ctx);
    List<MediaId> files = List.of();
    try {
      files = written.files(ctx, visitor, false);
      posts.edit(visitor.id(), before.id(), written.edit(ctx, before, files));
    } catch (Refused wrong) {
      again(ctx, visitor, before.id(), files, wrong.reason());
      return;
    }
    pages.sent(ctx, "edit-" + before.id());
    LocalPath.go(ctx, "/@" + visitor.actor().acct() + "/" + before.id());
  }

  /** Deletes a post once its text and files are kept as a draft, to be written anew. */
  private void redraft(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.DELETE, visitor);
    Post post = own(visitor, ctx);
    ComposerView form =
        editing(post)
            .anew(composing.seen(visitor, post.inReplyTo()), composing.seen(visitor, quoted(post)));
    String name = form.names().draft();
    drafts.save(visitor.id(), name, DraftForm.content(form));
    String kept = "/drafts/" + drafts.own(visitor.id(), name).id();
    posts.delete(visitor.id(), post.id());
    LocalPath.go(ctx, kept);
  }

  private static @Nullable PostId quoted(Post post) {
    return post.quote() == null ? null : post.quote().post();
  }
}
