package social.parley.web.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.media.MediaFile;
import social.parley.media.MediaKind;
import social.parley.media.MediaUrls;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.text.PlainText;

/** Posts as entries of a feed: those that are for everybody. */
final class FeedEntries {
  private static final int TITLE = 80;

  private final Actors actors;
  private final Posts posts;
  private final MediaUrls urls;

  FeedEntries(Actors actors, Posts posts, MediaUrls urls) {
    this.actors = actors;
    this.posts = posts;
    this.urls = urls;
  }

  List<Feed.Entry> of(List<Post> some) {
    List<Post> shown =
        some.stream().filter(post -> post.reach() == Reach.PUBLIC && !post.isBoost()).toList();
    List<PostId> ids = shown.stream().map(Post::id).toList();
    Map<ActorId, Actor> authors = actors.byIds(shown.stream().map(Post::author).toList());
    Map<PostId, List<MediaFile>> files = posts.mediaOf(ids);
    Map<PostId, Poll> polls = posts.pollsOf(ids);
    List<Feed.Entry> entries = new ArrayList<>();
    for (Post post : shown) {
      Actor author = authors.get(post.author());
      if (author != null)
        entries.add(
            entry(post, author, files.getOrDefault(post.id(), List.of()), polls.get(post.id())));
    }
    return entries;
  }

  private Feed.Entry entry(Post post, Actor author, List<MediaFile> files, @Nullable Poll poll) {
    String title =
        post.warning().isEmpty() ? PlainText.firstWords(post.html(), TITLE) : post.warning();
    return new Feed.Entry(
        post.iri().value(),
        post.url(),
        title,
        html(post, files, poll),
        post.publishedAt(),
        post.editedAt() == null ? post.publishedAt() : post.editedAt(),
        post.language(),
        new Feed.Author(author.name(), author.handle().toString(), author.url()),
        post.tags(),
        files.stream().map(this::file).toList());
  }

  private Feed.File file(MediaFile file) {
    return new Feed.File(
        urls.full(file).value(), file.mediaType(), file.bytes(), file.description());
  }

  /** What readers show: a warning first, and pictures only where nothing warns of them. */
  private String html(Post post, List<MediaFile> files, @Nullable Poll poll) {
    StringBuilder html = new StringBuilder();
    if (!post.warning().isEmpty()) {
      Element warning = new Element("p");
      warning.appendElement("strong").text("Warning: " + post.warning());
      html.append(warning.outerHtml()).append("<hr>");
    }
    html.append(post.html());
    if (poll != null) {
      Element options = new Element("ul");
      poll.options().forEach(option -> options.appendElement("li").text(option.title()));
      html.append(options.outerHtml());
    }
    if (!post.sensitive())
      for (MediaFile file : files)
        if (file.kind() == MediaKind.IMAGE)
          html.append(
              new Element("img")
                  .attr("src", urls.full(file).value())
                  .attr("alt", file.description())
                  .outerHtml());
    return html.toString();
  }
}
