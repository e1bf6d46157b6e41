package social.parley.mastodon;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.Grants;
import social.parley.accounts.Invites;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.appearance.Appearances;
import social.parley.cards.Cards;
import social.parley.collections.FeaturedCollections;
import social.parley.config.Settings;
import social.parley.emojis.Emojis;
import social.parley.filters.Filters;
import social.parley.follows.Blocks;
import social.parley.follows.Follows;
import social.parley.follows.Relationships;
import social.parley.http.Assets;
import social.parley.http.Endpoints;
import social.parley.http.ErrorAnswers;
import social.parley.http.RateLimits;
import social.parley.mastodon.cards.CardView;
import social.parley.mastodon.collections.CollectionView;
import social.parley.mastodon.collections.TaggedCollections;
import social.parley.mastodon.kinds.DetailsView;
import social.parley.mastodon.scheduling.ScheduledView;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.notifications.Markers;
import social.parley.posts.Posts;
import social.parley.profiles.Profiles;
import social.parley.quotes.Quotes;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Dislikes;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;
import social.parley.reactions.Marks;
import social.parley.scheduling.ScheduledPosts;
import social.parley.storage.Database;
import social.parley.timelines.Timelines;

/** The client API of Mastodon, for the apps that people have. */
public final class MastodonSurface {
  /** What the surface reads and writes through. */
  public record Needs(
      Settings settings,
      Database database,
      Clock clock,
      RateLimits limits,
      Assets assets,
      Appearances appearances,
      Supplier<String> vapidKey,
      Logins logins,
      People people,
      Writing writing,
      Reading reading) {}

  /** Accounts, programs and their tokens. */
  public record Logins(
      Accounts accounts,
      Applications applications,
      Grants grants,
      Tokens tokens,
      Invites invites,
      EmailConfirmation confirmation) {}

  /** Who is who, and how they stand to each other. */
  public record People(
      Actors actors,
      RemoteActors remote,
      Profiles profiles,
      Follows follows,
      Blocks blocks,
      Relationships relationships) {}

  /** Posts and what people do with them. */
  public record Writing(
      Posts posts,
      ScheduledPosts scheduled,
      Media media,
      Emojis emojis,
      MediaUrls mediaUrls,
      RemoteMedia remoteMedia,
      Favourites favourites,
      Dislikes dislikes,
      Bookmarks bookmarks,
      Marks marks,
      EmojiReactions emojiReactions,
      Quotes quotes) {}

  /** Lists. */
  public record Reading(
      Timelines timelines,
      Markers markers,
      Filters filters,
      Cards cards,
      FeaturedCollections collections) {}

  private final Views views;
  private final StatusCrowd crowd;
  private final List<Endpoints> often;
  private final List<Endpoints> endpoints;

  public MastodonSurface(Needs needs) {
    Authorization authorization = new Authorization(needs.logins().tokens());
    Paging paging = new Paging(needs.settings());
    Pictures pictures =
        new Pictures(
            needs.settings(), needs.assets(), needs.writing().remoteMedia(), needs.appearances());
    EmojiView emoji = new EmojiView(needs.writing().emojis(), needs.writing().remoteMedia());
    AccountView accounts =
        new AccountView(needs.people().actors(), needs.logins().accounts(), pictures, emoji);
    MediaView media = new MediaView(needs.writing().mediaUrls());
    TagLinks tags = new TagLinks(needs.settings());
    StatusView statuses = statuses(needs, accounts, media, tags, emoji);
    views = new Views(authorization, paging, pictures, accounts, media, tags, emoji, statuses);
    crowd = crowd(needs, statuses);
    often = List.of(timelines(needs, views), statuses(needs, views));
    endpoints =
        List.of(
            new ApiFront(authorization, needs.limits()),
            new OAuthApi(
                needs.settings(),
                authorization,
                needs.logins().applications(),
                needs.logins().grants(),
                needs.logins().tokens(),
                needs.people().actors(),
                pictures::avatar),
            apps(needs, views),
            signUp(needs, views),
            new InvitesApi(needs.settings(), needs.logins().invites()),
            credentials(needs, views),
            relationships(needs, views),
            accounts(needs, views),
            actions(needs, views),
            new PollsApi(authorization, needs.writing().posts(), statuses),
            new MediaApi(authorization, needs.writing().media(), media),
            new MarkersApi(authorization, needs.reading().markers()));
  }

  private static StatusCrowd crowd(Needs needs, StatusView statuses) {
    return new StatusCrowd(
        needs.database(),
        needs.clock(),
        needs.writing().posts(),
        needs.reading().filters(),
        statuses);
  }

  private static StatusView statuses(
      Needs needs, AccountView accounts, MediaView media, TagLinks tags, EmojiView emoji) {
    Writing writing = needs.writing();
    return new StatusView(
        needs.clock(),
        writing.posts(),
        writing.marks(),
        accounts,
        emoji,
        new StatusRendering(
            writing.posts(),
            writing.emojiReactions(),
            media,
            tags,
            emoji,
            new CardView(
                needs.database(),
                needs.reading().cards(),
                needs.people().actors(),
                accounts,
                writing.remoteMedia()),
            new DetailsView(writing.remoteMedia())),
        new FilterView(needs.reading().filters(), writing.posts(), needs.clock()),
        new QuoteView(writing.posts(), writing.quotes()),
        new TaggedCollections(needs.reading().collections(), new CollectionView(tags)));
  }

  private static Endpoints apps(Needs needs, Views views) {
    return new AppsApi(
        views.authorization(), needs.logins().applications(), needs.limits(), needs.vapidKey());
  }

  private static Endpoints signUp(Needs needs, Views views) {
    return new SignUpApi(
        views.authorization(),
        needs.logins().accounts(),
        needs.logins().tokens(),
        needs.logins().confirmation(),
        needs.limits());
  }

  private static Endpoints credentials(Needs needs, Views views) {
    return new CredentialsApi(
        views.authorization(),
        needs.people().actors(),
        needs.logins().accounts(),
        needs.people().follows(),
        needs.people().profiles(),
        views.accounts());
  }

  private static Endpoints relationships(Needs needs, Views views) {
    return new RelationshipsApi(
        views.authorization(),
        needs.database(),
        needs.clock(),
        needs.people().actors(),
        needs.people().follows(),
        needs.people().blocks(),
        needs.people().relationships(),
        views.accounts(),
        views.paging());
  }

  private static Endpoints timelines(Needs needs, Views views) {
    return new TimelinesApi(
        views.authorization(),
        needs.reading().timelines(),
        needs.people().actors(),
        needs.writing().posts().completions(),
        views.statuses(),
        views.paging());
  }

  private static Endpoints accounts(Needs needs, Views views) {
    return new AccountsApi(
        views.authorization(),
        needs.people().actors(),
        needs.people().follows(),
        needs.people().relationships(),
        views.accounts(),
        views.paging());
  }

  private static Endpoints statuses(Needs needs, Views views) {
    StatusHistory history =
        new StatusHistory(
            needs.database(),
            needs.people().actors(),
            needs.writing().posts(),
            needs.writing().media(),
            views.statuses(),
            views.accounts(),
            views.media(),
            views.emoji());
    return new StatusesApi(
        views.authorization(),
        needs.writing().posts(),
        views.statuses(),
        history,
        new DraftReader(),
        views.accounts(),
        needs.writing().scheduled(),
        new ScheduledView(needs.database(), needs.writing().media(), views.media()),
        needs.writing().media());
  }

  private static Endpoints actions(Needs needs, Views views) {
    return new StatusActionsApi(
        views.authorization(),
        needs.writing().posts(),
        needs.writing().favourites(),
        needs.writing().dislikes(),
        needs.writing().bookmarks(),
        views.statuses(),
        views.accounts(),
        views.paging());
  }

  /** What further groups of endpoints share with these. */
  public Views views() {
    return views;
  }

  /** One post for many people. */
  public StatusCrowd crowd() {
    return crowd;
  }

  /** The routes of the API. */
  public List<Endpoints> endpoints() {
    return endpoints;
  }

  /** What is asked most; no other route may stand where one of these has a parameter. */
  public List<Endpoints> often() {
    return often;
  }

  /** How errors on those routes are worded. */
  public ErrorAnswers errors() {
    return new ErrorJson();
  }
}
