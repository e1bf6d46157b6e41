package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.HashtagTag;
import social.parley.activitystreams.MentionTag;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.PollDocument;
import social.parley.activitystreams.PollOption;
import social.parley.actors.CustomEmoji;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.jsonld.Json;
import social.parley.media.RemoteFile;
import social.parley.text.Hashtag;
import social.parley.text.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A received object read as a post: everything that needs no database and no network. {@code to}
 * are the people addressed, by the activity where the object itself names nobody; {@code groups}
 * are where it may belong.
 */
record ForeignPost(
    Iri iri,
    String url,
    PostKind kind,
    Reach reach,
    String html,
    String warning,
    boolean sensitive,
    @Nullable String language,
    Instant published,
    @Nullable Instant updated,
    @Nullable Iri inReplyTo,
    @Nullable Iri context,
    Content content,
    Set<Iri> to,
    List<Iri> named,
    List<String> tags,
    List<CustomEmoji> emoji,
    List<RemoteFile> files,
    @Nullable PollDocument poll,
    @Nullable Quote quote,
    @Nullable JsonNode policy,
    @Nullable Iri authorization,
    List<Iri> groups,
    @Nullable Boolean closed) {

  private static final int MOST_TAGS = 64;
  private static final int MOST_EMOJI = 128;
  private static final int MOST_NAMED = 200;
  private static final int COMMENTS_AFTER_APPROVAL = 3;
  private static final int MOST_GROUPS = 20;
  private static final int MOST_OPTIONS = 500;
  private static final int LONGEST_WARNING = 1000;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  /** Nothing when the object is no post, such as a playlist or an approval. */
  static Optional<ForeignPost> read(
      ObjectDocument document, Audience fallback, @Nullable Iri followers, Instant now) {
    Iri id = document.id();
    PostKind kind = ForeignContent.kind(document.kind());
    if (id == null || kind == null) return Optional.empty();
    ForeignContent content = ForeignContent.of(kind, document);
    Audience audience = document.audience().isAddressed() ? document.audience() : fallback;
    Instant published = document.published();
    Iri page = document.page();
    return Optional.of(
        new ForeignPost(
            id,
            page == null ? id.value() : page.value(),
            kind,
            reach(audience, followers),
            content.html(),
            warning(kind, document),
            document.sensitive(),
            language(document.language()),
            published == null || published.isAfter(now) ? now : published,
            document.updated(),
            document.inReplyTo(),
            document.context() == null ? document.conversation() : document.context(),
            content.content(),
            people(audience, followers),
            document.mentions().stream()
                .map(MentionTag::href)
                .distinct()
                .limit(MOST_NAMED)
                .toList(),
            tags(document),
            emoji(document),
            ForeignFiles.of(document, content.content()),
            kind == PostKind.QUESTION ? document.poll() : null,
            quote(document),
            policy(document),
            authorization(document),
            groups(document, audience, followers),
            closed(document.raw())));
  }

  /** Whether it takes no answers, as far as that is said. */
  private static @Nullable Boolean closed(JsonNode raw) {
    return raw.has("commentsPolicy") || raw.has("commentsEnabled")
        ? ForeignPlay.isClosed(raw)
        : null;
  }

  /** The stamp that it brings is only claimed until somebody has looked at it. */
  private static @Nullable Quote quote(ObjectDocument document) {
    Iri quoted = document.quote();
    if (quoted == null || !quoted.isWeb() || quoted.equals(document.id())) return null;
    Quote quote = Quote.pending(quoted, !document.raw().has("quote"));
    boolean deleted = "Tombstone".equals(document.raw().path("quote").path("type").asString(""));
    return new Quote(
        quoted,
        null,
        null,
        deleted ? Quote.State.DELETED : Quote.State.PENDING,
        document.quoteAuthorization(),
        null,
        quote.legacy());
  }

  /** Where it may belong, the likeliest first: whoever of these is a group. */
  private static List<Iri> groups(
      ObjectDocument document, Audience audience, @Nullable Iri followers) {
    Set<Iri> groups = new LinkedHashSet<>(document.audience().audience());
    groups.addAll(document.attributedTo());
    groups.addAll(people(audience, followers));
    groups.remove(Audience.PUBLIC);
    return groups.stream().filter(Iri::isWeb).limit(MOST_GROUPS).toList();
  }

  /** That the author of what it answers agrees, under any name. */
  private static @Nullable Iri authorization(ObjectDocument document) {
    for (String name : List.of("replyAuthorization", "approvedBy", "replyApproval")) {
      Iri said = Stamps.address(document.raw().path(name));
      if (said != null) return said;
    }
    return null;
  }

  /** Who may reply may stand outside of the policy (FEP-5624), or be asked for (PeerTube). */
  private static @Nullable JsonNode policy(ObjectDocument document) {
    JsonNode said = document.interactionPolicy();
    if (said != null && said.has("canReply")) return said;
    JsonNode raw = document.raw();
    boolean asking = raw.path("commentsPolicy").asInt(0) == COMMENTS_AFTER_APPROVAL;
    JsonNode who = asking ? StringNode.valueOf(Audience.PUBLIC.value()) : raw.path("canReply");
    if (who.isMissingNode() || who.isNull() || who.isEmpty() && !who.isString()) return said;
    ObjectNode policy = Json.object();
    if (said instanceof ObjectNode others) policy.setAll(others);
    policy.putObject("canReply").set(asking ? "manualApproval" : "automaticApproval", who);
    return policy;
  }

  /** Those addressed as such, without collections. */
  private static Set<Iri> people(Audience audience, @Nullable Iri followers) {
    Set<Iri> people = new LinkedHashSet<>(audience.all());
    people.remove(Audience.PUBLIC);
    people.remove(followers);
    return people;
  }

  /** Public in to, Public elsewhere, the author's followers, or else only those named. */
  static Reach reach(Audience audience, @Nullable Iri followers) {
    if (audience.isPublic()) return Reach.PUBLIC;
    if (audience.isQuiet()) return Reach.QUIET;
    return followers != null && audience.contains(followers) ? Reach.FOLLOWERS : Reach.MENTIONED;
  }

  /** The summary warns on notes and talk of books; elsewhere it is what its name says. */
  private static String warning(PostKind kind, ObjectDocument document) {
    boolean warns = kind == PostKind.NOTE || kind == PostKind.QUESTION || kind == PostKind.BOOK;
    if (!warns || document.summary() == null) return "";
    String text = PlainText.of(document.summary());
    return text.length() > LONGEST_WARNING ? text.substring(0, LONGEST_WARNING) : text;
  }

  private static @Nullable String language(@Nullable String given) {
    return given != null && LANGUAGE.matcher(given).matches() ? given : null;
  }

  private static List<String> tags(ObjectDocument document) {
    return document.hashtags().stream()
        .map(HashtagTag::name)
        .map(Hashtag::normalise)
        .filter(tag -> !tag.isBlank() && tag.length() <= Hashtag.MAX_LENGTH)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  private static List<CustomEmoji> emoji(ObjectDocument document) {
    Map<String, CustomEmoji> emoji = new LinkedHashMap<>();
    for (var tag : document.emoji())
      if (emoji.size() < MOST_EMOJI)
        emoji.putIfAbsent(tag.shortcode(), new CustomEmoji(tag.shortcode(), tag.icon()));
    return List.copyOf(emoji.values());
  }

  /** The poll as a poll of this post; equal choices count as one. */
  @Nullable Poll pollOf(PostId post) {
    if (poll == null || poll.options().isEmpty()) return null;
    Map<String, Long> options = new LinkedHashMap<>();
    boolean hidden = false;
    for (PollOption option : poll.options()) {
      if (options.size() == MOST_OPTIONS) break;
      hidden |= option.votes() == null;
      options.merge(option.name(), option.votes() == null ? 0 : option.votes(), Math::max);
    }
    List<Poll.Option> counted = new ArrayList<>();
    options.forEach((title, votes) -> counted.add(new Poll.Option(title, Math.max(0, votes))));
    long votes = counted.stream().mapToLong(Poll.Option::votes).sum();
    long voters = poll.votersCount() == null ? votes : poll.votersCount();
    Instant end = poll.endTime() == null ? poll.closedAt() : poll.endTime();
    return new Poll(post, poll.multiple(), hidden, end, poll.closed(), voters, counted);
  }
}
