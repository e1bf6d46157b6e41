package social.parley.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.text.TextFormat;

/** Builds a post field by field, from nothing or from another one. */
final class PostChange {
  private final PostId id;
  private final Iri iri;
  private final ActorId author;
  private final boolean local;
  private final Instant publishedAt;
  private String url;
  private PostKind kind = PostKind.NOTE;
  private Reach reach = Reach.PUBLIC;
  private String html = "";
  private @Nullable String source;
  private @Nullable TextFormat sourceFormat;
  private String warning = "";
  private boolean sensitive;
  private @Nullable String language;
  private @Nullable Instant editedAt;
  private @Nullable PostId inReplyTo;
  private @Nullable ActorId inReplyToAuthor;
  private @Nullable Iri inReplyToIri;
  private @Nullable PostId threadRoot;
  private @Nullable Iri context;
  private @Nullable PostId boostOf;
  private long replies;
  private long boosts;
  private long favourites;
  private long dislikes;
  private long quotes;
  private Content content = new Content.Note();
  private List<Mention> mentions = List.of();
  private List<String> tags = List.of();
  private List<CustomEmoji> emoji = List.of();
  private List<MediaId> media = List.of();
  private @Nullable Program application;
  private @Nullable Quote quote;
  private Policy policy = Policy.SILENT;
  private boolean localOnly;
  private boolean held;
  private @Nullable Iri authorizedBy;
  private @Nullable ActorId community;
  private boolean locked;

  PostChange(PostId id, Iri iri, String url, ActorId author, boolean local, Instant publishedAt) {
    this.id = id;
    this.iri = iri;
    this.url = url;
    this.author = author;
    this.local = local;
    this.publishedAt = publishedAt;
  }

  static PostChange of(Post post) {
    PostChange change =
        new PostChange(
            post.id(), post.iri(), post.url(), post.author(), post.local(), post.publishedAt());
    change.copyText(post);
    change.reach = post.reach();
    change.editedAt = post.editedAt();
    change.inReplyTo = post.inReplyTo();
    change.inReplyToAuthor = post.inReplyToAuthor();
    change.inReplyToIri = post.inReplyToIri();
    change.threadRoot = post.threadRoot();
    change.context = post.context();
    change.boostOf = post.boostOf();
    change.replies = post.replies();
    change.boosts = post.boosts();
    change.favourites = post.favourites();
    change.dislikes = post.dislikes();
    change.quotes = post.quotes();
    change.application = post.application();
    change.localOnly = post.localOnly();
    change.held = post.held();
    change.authorizedBy = post.authorizedBy();
    change.community = post.community();
    change.locked = post.locked();
    return change;
  }

  private void copyText(Post post) {
    kind = post.kind();
    content = post.content();
    html = post.html();
    source = post.source();
    sourceFormat = post.sourceFormat();
    warning = post.warning();
    sensitive = post.sensitive();
    language = post.language();
    mentions = post.mentions();
    tags = post.tags();
    emoji = post.emoji();
    media = post.media();
    quote = post.quote();
    policy = post.policy();
  }

  /** Takes over everything that an edit may change, but the files. */
  PostChange text(Post other) {
    List<MediaId> files = media;
    copyText(other);
    media = files;
    url = other.url();
    return this;
  }

  PostChange reach(Reach value) {
    reach = value;
    return this;
  }

  PostChange content(PostKind as, Content value) {
    kind = as;
    content = value;
    return this;
  }

  PostChange html(String value) {
    html = value;
    return this;
  }

  PostChange source(String value, TextFormat format) {
    source = value;
    sourceFormat = format;
    return this;
  }

  PostChange warning(String value, boolean hidesMedia) {
    warning = value;
    sensitive = hidesMedia;
    return this;
  }

  PostChange language(@Nullable String value) {
    language = value;
    return this;
  }

  PostChange editedAt(Instant value) {
    editedAt = value;
    return this;
  }

  PostChange inReplyTo(@Nullable Iri value) {
    inReplyToIri = value;
    return this;
  }

  PostChange thread(
      @Nullable PostId parent,
      @Nullable ActorId parentAuthor,
      PostId root,
      @Nullable Iri inContext) {
    inReplyTo = parent;
    inReplyToAuthor = parentAuthor;
    threadRoot = root;
    context = inContext;
    return this;
  }

  PostChange context(@Nullable Iri value) {
    context = value;
    return this;
  }

  PostChange boostOf(PostId original) {
    boostOf = original;
    return content(PostKind.BOOST, new Content.Boost());
  }

  PostChange mentions(List<Mention> value) {
    mentions = value;
    return this;
  }

  PostChange tags(List<String> value) {
    tags = value;
    return this;
  }

  PostChange emoji(List<CustomEmoji> value) {
    emoji = value;
    return this;
  }

  PostChange media(List<MediaId> value) {
    media = value;
    return this;
  }

  PostChange application(@Nullable Program value) {
    application = value;
    return this;
  }

  PostChange quote(@Nullable Quote value) {
    quote = value;
    return this;
  }

  PostChange policy(Policy value) {
    policy = value;
    return this;
  }

  PostChange localOnly(boolean value) {
    localOnly = value;
    return this;
  }

  /** Waits for the author of what it answers or boosts, or no longer, with the proof of that. */
  PostChange held(boolean value, @Nullable Iri authorization) {
    held = value;
    authorizedBy = authorization;
    return this;
  }

  PostChange community(@Nullable ActorId value) {
    community = value;
    return this;
  }

  PostChange locked(boolean value) {
    locked = value;
    return this;
  }

  Post build() {
    return new Post(
        id,
        iri,
        url,
        author,
        local,
        kind,
        reach,
        html,
        source,
        sourceFormat,
        warning,
        sensitive,
        language,
        publishedAt,
        editedAt,
        inReplyTo,
        inReplyToAuthor,
        inReplyToIri,
        threadRoot,
        context,
        boostOf,
        replies,
        boosts,
        favourites,
        dislikes,
        quotes,
        content,
        mentions,
        tags,
        emoji,
        media,
        application,
        quote,
        policy,
        localOnly,
        held,
        authorizedBy,
        community,
        locked);
  }
}
