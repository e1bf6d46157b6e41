package social.parley.mastodon.cards;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Attributions;
import social.parley.cards.Card;
import social.parley.cards.CardKind;
import social.parley.cards.Cards;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.ApiDates;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;
import social.parley.posts.Post;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Fills PreviewCard entities: at most four statements for a page of posts. */
public final class CardView {
  private final Database database;
  private final Cards cards;
  private final Actors actors;
  private final AccountView accounts;
  private final RemoteMedia pictures;

  /** Those who say which sites they write for, and these sites. */
  private record Creators(Map<ActorId, Set<String>> sites, Map<ActorId, Actor> people) {
    static final Creators NONE = new Creators(Map.of(), Map.of());

    @Nullable ActorId of(Card card) {
      ActorId creator = card.creatorId();
      boolean agrees =
          creator != null
              && Attributions.cover(sites.getOrDefault(creator, Set.of()), card.url().host());
      return agrees ? creator : null;
    }
  }

  public CardView(
      Database database, Cards cards, Actors actors, AccountView accounts, RemoteMedia pictures) {
    this.database = database;
    this.cards = cards;
    this.actors = actors;
    this.accounts = accounts;
    this.pictures = pictures;
  }

  /** Of those posts that have one. */
  public Map<PostId, CardJson> of(Collection<Post> posts) {
    List<PostId> linking =
        posts.stream().filter(post -> post.html().contains("href=")).map(Post::id).toList();
    if (linking.isEmpty()) return Map.of();
    Map<PostId, Card> found = database.read(db -> cards.of(db, linking));
    Map<Long, CardJson> rendered = of(Set.copyOf(found.values()));
    Map<PostId, CardJson> byPost = new HashMap<>();
    found.forEach((post, card) -> byPost.put(post, rendered.get(card.id())));
    return byPost;
  }

  /** By the ids of the cards. */
  public Map<Long, CardJson> of(Set<Card> wanted) {
    Set<ActorId> creators = new LinkedHashSet<>();
    for (Card card : wanted) if (card.creatorId() != null) creators.add(card.creatorId());
    Creators known = creators.isEmpty() ? Creators.NONE : database.read(db -> known(db, creators));
    // Only now, as an account may have to be read for to be shown.
    Map<String, AccountJson> shown = new HashMap<>();
    for (AccountJson account :
        accounts.all(known.people().values().stream().filter(Actor::isPresent).toList()))
      shown.put(account.id(), account);
    Map<Long, CardJson> rendered = new HashMap<>();
    for (Card card : wanted) {
      ActorId author = known.of(card);
      rendered.put(card.id(), json(card, author == null ? null : shown.get(author.toString())));
    }
    return rendered;
  }

  private Creators known(Reading db, Set<ActorId> creators) {
    Map<ActorId, Set<String>> sites = actors.attributions().of(db, creators);
    return new Creators(sites, sites.isEmpty() ? Map.of() : actors.byIds(db, sites.keySet()));
  }

  private CardJson json(Card card, @Nullable AccountJson account) {
    return new CardJson(
        card.url().value(),
        card.title(),
        card.description(),
        card.language(),
        card.kind().name().toLowerCase(Locale.ROOT),
        authors(card, account),
        card.authorName(),
        card.authorUrl(),
        card.providerName(),
        card.providerUrl(),
        card.html(),
        card.width(),
        card.height(),
        picture(card.image(), ImageShape.PREVIEW),
        card.imageDescription(),
        embedded(card),
        card.blurhash(),
        card.publishedAt() == null ? null : ApiDates.of(card.publishedAt()),
        null);
  }

  private static List<CardJson.Author> authors(Card card, @Nullable AccountJson account) {
    if (account == null && card.authorName().isEmpty() && card.authorUrl().isEmpty())
      return List.of();
    return List.of(new CardJson.Author(card.authorName(), card.authorUrl(), account));
  }

  private @Nullable String picture(@Nullable Iri image, ImageShape shape) {
    return image == null ? null : pictures.address(image, shape).value();
  }

  /** A photo comes through this server too; a player is in a frame of its own. */
  private String embedded(Card card) {
    if (card.kind() != CardKind.PHOTO) return card.embedUrl();
    return Iri.parse(card.embedUrl())
        .map(photo -> pictures.address(photo, ImageShape.FULL).value())
        .orElse("");
  }
}
