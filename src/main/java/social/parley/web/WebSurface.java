package social.parley.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import social.parley.about.Texts;
import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.Grants;
import social.parley.accounts.Invites;
import social.parley.accounts.OwnerClaim;
import social.parley.accounts.PasswordReset;
import social.parley.accounts.Sessions;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.announcements.Notices;
import social.parley.appearance.Appearances;
import social.parley.cards.Cards;
import social.parley.collections.FeaturedCollections;
import social.parley.config.Settings;
import social.parley.conversations.Conversations;
import social.parley.drafts.Drafts;
import social.parley.emojis.Emojis;
import social.parley.events.Attendances;
import social.parley.federation.Backlog;
import social.parley.filters.Filters;
import social.parley.follows.Blocks;
import social.parley.follows.Endorsements;
import social.parley.follows.Follows;
import social.parley.follows.HiddenDomains;
import social.parley.follows.Notes;
import social.parley.follows.Relationships;
import social.parley.http.Assets;
import social.parley.http.Cookies;
import social.parley.http.Csrf;
import social.parley.http.Endpoints;
import social.parley.http.ErrorAnswers;
import social.parley.http.RateLimits;
import social.parley.interactions.Interactions;
import social.parley.lists.Lists;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.moderation.Reports;
import social.parley.moves.Moves;
import social.parley.notifications.Markers;
import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.Notifications;
import social.parley.people.Directory;
import social.parley.people.Suggestions;
import social.parley.portability.Archives;
import social.parley.portability.Exports;
import social.parley.portability.Imports;
import social.parley.posts.Posts;
import social.parley.profiles.Profiles;
import social.parley.push.PushSubscriptions;
import social.parley.push.VapidKeys;
import social.parley.quotes.Quotes;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Dislikes;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;
import social.parley.reactions.Marks;
import social.parley.relays.Relays;
import social.parley.scheduling.ScheduledPosts;
import social.parley.search.Finder;
import social.parley.storage.Database;
import social.parley.streaming.Streams;
import social.parley.syndication.FeedHubs;
import social.parley.tags.FeaturedTags;
import social.parley.tags.TagFollows;
import social.parley.tags.TagSummaries;
import social.parley.timelines.Reasons;
import social.parley.timelines.Timelines;
import social.parley.translations.PostTranslations;
import social.parley.trends.TrendReviews;
import social.parley.trends.Trends;
import social.parley.web.feeds.FeedCallback;
import social.parley.web.feeds.FeedEndpoints;
import social.parley.web.feeds.FeedTopics;
import social.parley.web.feeds.HubEndpoint;
import social.parley.websub.Hub;

/** All pages put together, for the server to serve. */
public final class WebSurface {
  /** What pages are built on. */
  public record Needs(
      Settings settings,
      String version,
      Database database,
      Clock clock,
      RandomGenerator random,
      RateLimits limits,
      Assets assets,
      Appearances appearances,
      Logins logins,
      Persons persons,
      Writing writing,
      Reading reading,
      Finding finding,
      Others others) {}

  /** The other servers. */
  public record Others(Backlog backlog, Relays relays, FeedTopics feeds, Hub hub, FeedHubs hubs) {}

  /** How people come in, by themselves or by an app. */
  public record Logins(
      Accounts accounts,
      Sessions sessions,
      OwnerClaim ownerClaim,
      Invites invites,
      Applications applications,
      Grants grants,
      Tokens tokens,
      EmailConfirmation confirmation,
      PasswordReset passwordReset) {}

  /** Who people are, and how they stand to each other. */
  public record Persons(
      Actors actors,
      RemoteActors remoteActors,
      Profiles profiles,
      Follows follows,
      Blocks blocks,
      HiddenDomains domains,
      Relationships relationships,
      Notes notes,
      Endorsements endorsements,
      FeaturedTags featuredTags,
      FeaturedCollections collections,
      Moves moves,
      Exports exports,
      Archives archives,
      Imports imports) {}

  /** What people write, and do with what others wrote. */
  public record Writing(
      Posts posts,
      ScheduledPosts scheduled,
      Drafts drafts,
      Media media,
      MediaUrls mediaUrls,
      RemoteMedia remoteMedia,
      Favourites favourites,
      Dislikes dislikes,
      Bookmarks bookmarks,
      Marks marks,
      EmojiReactions reactions,
      Attendances attendances,
      Emojis emojis,
      Quotes quotes,
      Cards cards,
      PostTranslations translations) {}

  /** The lists that people read. */
  public record Reading(
      Timelines timelines,
      Reasons reasons,
      Lists lists,
      Conversations conversations,
      Notifications notifications,
      Markers markers,
      Filters filters,
      Streams streams,
      NotificationPolicies policies,
      Interactions interactions,
      PushSubscriptions subscriptions,
      VapidKeys vapid,
      Reports reports) {}

  /** How people find what they do not know yet. */
  public record Finding(
      TagFollows tagFollows,
      TagSummaries tagSummaries,
      Finder finder,
      Trends trends,
      TrendReviews reviews,
      Notices notices,
      Directory directory,
      Suggestions suggestions) {}

  private final Needs needs;
  private final Logins logins;
  private final Persons persons;
  private final Writing writing;
  private final Styles styles;
  private final Sites sites;
  private final Cookies cookies;
  private final Visitors visitors;
  private final ReaderLanguage readers;
  private final Routing routing;
  private final EmojiText emoji;
  private final People people;
  private final PostHtml html;
  private final MediaViews media;
  private final PostViews views;
  private final Feeds feeds;
  private final Unread unread;
  private final Pages pages;
  private final PageParts parts;
  private final AddressedPost addressed;
  private final Profile profile;
  private final Composing composing;

  public WebSurface(Needs needs) {
    this.needs = needs;
    logins = needs.logins();
    persons = needs.persons();
    writing = needs.writing();
    Settings settings = needs.settings();
    styles = new Styles(needs.appearances());
    sites = new Sites(settings, needs.assets(), needs.appearances(), styles);
    cookies = new Cookies(settings);
    visitors = new Visitors(logins.sessions(), cookies, persons.actors());
    Csrf csrf = new Csrf(settings, needs.random());
    readers = new ReaderLanguage(visitors, cookies, sites.now().languages());
    routing = new Routing(visitors, csrf, needs.limits(), readers);
    emoji = new EmojiText(writing.remoteMedia(), writing.emojis());
    people = new People(persons.actors(), writing.remoteMedia(), emoji, needs.assets());
    html = new PostHtml(emoji);
    media = new MediaViews(writing.mediaUrls());
    views =
        new PostViews(
            new PostParts(sources()),
            new PostMaker(media, writing.remoteMedia(), html, emoji),
            writing.translations(),
            people,
            emoji);
    feeds = new Feeds(visitors, views);
    unread = new Unread(needs.reading().notifications(), needs.reading().markers());
    pages = new Pages(sites, visitors, people, csrf, cookies, unread, persons.follows(), readers);
    Introductions introductions =
        new Introductions(persons.actors(), people, persons.relationships());
    parts = new PageParts(routing, pages, visitors, people, introductions, views, feeds);
    addressed = new AddressedPost(visitors, people, writing.posts());
    profile =
        new Profile(
            needs.clock(),
            persons.actors(),
            people,
            html,
            writing.remoteMedia(),
            persons.relationships(),
            needs.assets());
    composing =
        new Composing(settings, writing.media(), writing.posts(), views, media, needs.random());
  }

  private PostParts.Sources sources() {
    return new PostParts.Sources(
        needs.database(),
        needs.clock(),
        persons.actors(),
        writing.posts(),
        writing.marks(),
        writing.reactions(),
        writing.quotes(),
        writing.cards(),
        needs.reading().filters());
  }

  /** What is asked most. */
  public Endpoints often() {
    return new ReadingRooms(needs, parts).timelines(composing);
  }

  /** Everything else that answers requests, to be registered after the documents for machines. */
  public List<Endpoints> endpoints() {
    SignInPage signIn =
        new SignInPage(
            routing,
            pages,
            visitors,
            logins.accounts(),
            logins.confirmation(),
            logins.passwordReset());
    List<Endpoints> all = new ArrayList<>();
    // Before the pages, which would take their endings for part of a name.
    all.add(new FeedEndpoints(needs.limits(), needs.others().feeds()));
    all.add(new HubEndpoint(needs.limits(), needs.others().hub()));
    all.add(new FeedCallback(needs.limits(), needs.others().hubs()));
    all.addAll(new ReadingRooms(needs, parts).endpoints(composing, emoji));
    all.addAll(new WritingRooms(needs, parts).endpoints(composing, emoji));
    all.addAll(new NewsRooms(needs, parts, unread).endpoints());
    all.addAll(new SettingsRooms(needs, parts).endpoints(profile, cookies));
    all.addAll(
        List.of(
            styles,
            new SiteFiles(sites, needs.assets()),
            new MediaEndpoint(writing.media(), writing.remoteMedia(), writing.posts()),
            new Captions(routing, visitors, writing.posts(), writing.remoteMedia()),
            landing(),
            new KeysPage(parts),
            new LanguagePage(routing, pages, visitors, readers, logins.accounts()),
            signIn,
            new SignUpPage(routing, pages, visitors, logins.accounts(), logins.invites(), signIn),
            new ClaimPage(routing, pages, visitors, logins.ownerClaim()),
            new MailLinksPage(
                routing, pages, visitors, logins.confirmation(), logins.passwordReset()),
            new ConsentPage(routing, pages, visitors, logins.applications(), logins.grants()),
            new PostActions(
                routing,
                pages,
                views,
                writing.posts(),
                writing.favourites(),
                writing.dislikes(),
                writing.bookmarks(),
                writing.reactions(),
                writing.attendances(),
                writing.quotes()),
            new TranslationPage(parts, writing.translations(), html),
            relations(),
            new CommunityAppearancePage(parts, needs.appearances()),
            new DesignPage(parts, composing, needs.assets()),
            new ReportPage(parts, persons.actors(), writing.posts(), needs.reading().reports()),
            new AwayPage(parts, persons.remoteActors(), needs.finding().finder(), cookies),
            new AboutPage(
                routing, pages, logins.accounts(), persons.actors(), people, needs.version()),
            new TextsPage(routing, pages, new Texts(needs.settings()), needs.clock()),
            admin(),
            new FederationPage(
                routing, pages, needs.others().backlog(), needs.others().relays(), needs.clock()),
            new PersonCardPage(parts, profile),
            profiles(),
            new PostPage(parts, addressed, composing, persons.actors(), writing.posts()),
            crowd(),
            new EmbedPage(routing, pages, visitors, views, people, writing.posts())));
    return List.copyOf(all);
  }

  private LandingPage landing() {
    return new LandingPage(
        routing, pages, visitors, needs.reading().timelines(), views, people, persons.actors());
  }

  private RelationActions relations() {
    return new RelationActions(
        parts,
        profile,
        persons.actors(),
        persons.follows(),
        persons.blocks(),
        persons.notes(),
        persons.endorsements(),
        needs.clock());
  }

  private AdminPage admin() {
    return new AdminPage(
        routing,
        pages,
        logins.accounts(),
        logins.invites(),
        persons.actors(),
        people,
        needs.clock());
  }

  private ProfilePage profiles() {
    return new ProfilePage(
        parts,
        profile,
        needs.reading().timelines(),
        writing.posts().completions(),
        writing.posts().moderators(),
        persons);
  }

  private PostCrowdPage crowd() {
    return new PostCrowdPage(
        parts,
        addressed,
        writing.posts(),
        writing.favourites(),
        writing.reactions(),
        writing.quotes());
  }

  /** How pages say no; to be asked after all other surfaces. */
  public ErrorAnswers errors() {
    return new WebErrors(pages);
  }
}
