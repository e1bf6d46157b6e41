package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.announcements.Notices;
import social.parley.emojis.Emojis;
import social.parley.follows.Circles;
import social.parley.http.Endpoints;
import social.parley.mastodon.TagLinks;
import social.parley.mastodon.Views;
import social.parley.mastodon.admin.AdminTagView;
import social.parley.mastodon.admin.AdminTagsApi;
import social.parley.mastodon.admin.TrendsReviewApi;
import social.parley.mastodon.cards.CardView;
import social.parley.mastodon.discovery.AnnouncementView;
import social.parley.mastodon.discovery.AnnouncementsApi;
import social.parley.mastodon.discovery.EmojisApi;
import social.parley.mastodon.discovery.ReactionsApi;
import social.parley.mastodon.discovery.SearchApi;
import social.parley.mastodon.discovery.TrendView;
import social.parley.mastodon.discovery.TrendsApi;
import social.parley.mastodon.tags.TagView;
import social.parley.media.Media;
import social.parley.posts.Posts;
import social.parley.search.Finder;
import social.parley.search.Search;
import social.parley.trends.TrendReviews;
import social.parley.trends.Trends;

/** How people find out what there is. */
record Discovery(Search search, Notices notices, Trends trends, TrendReviews reviews)
    implements AutoCloseable {

  static Discovery of(
      Plumbing plumbing, Actors actors, Circles circles, Media media, Emojis emojis, Posts posts) {
    Search search =
        new Search(
            new Search.Needs(
                plumbing.database(),
                plumbing.ids(),
                plumbing.clock(),
                plumbing.jobs(),
                actors,
                circles,
                media,
                posts,
                plumbing.settings().data().resolve("search")));
    Notices notices =
        new Notices(
            new Notices.Needs(
                plumbing.database(),
                plumbing.ids(),
                plumbing.clock(),
                plumbing.settings(),
                plumbing.jobs(),
                actors,
                posts,
                emojis));
    Trends trends =
        new Trends(
            new Trends.Needs(
                plumbing.database(),
                plumbing.ids(),
                plumbing.clock(),
                plumbing.jobs(),
                posts,
                tag -> Long.parseLong(TagLinks.id(tag)),
                plumbing.settings().reviewTrends()));
    TrendReviews reviews = new TrendReviews(plumbing.database(), plumbing.clock());
    return new Discovery(search, notices, trends, reviews);
  }

  /** Those that must come before the routes of accounts, which would take a word for an id. */
  List<Endpoints> first(Views views, Plumbing plumbing, Features features) {
    return List.of(
        new SearchApi(
            views,
            finder(features),
            features.tagging().view(views, plumbing),
            reviews,
            features.curating().collections(),
            features.curating().view(views)));
  }

  /** What answers those who search, in apps and on pages. */
  Finder finder(Features features) {
    return new Finder(
        search,
        new Finder.Sources(
            features.actors(),
            features.remoteActors(),
            features.feeds().syndicated(),
            features.circles(),
            features.posts()));
  }

  List<Endpoints> endpoints(Views views, Plumbing plumbing, Features features) {
    var database = plumbing.database();
    var cards = features.writing().cards();
    TagView tags = features.tagging().view(views, plumbing);
    TrendView links =
        new TrendView(
            database,
            cards,
            new CardView(
                database, cards, features.actors(), views.accounts(), features.remoteMedia()),
            trends);
    AdminTagView adminTags =
        new AdminTagView(database, tags, reviews, plumbing.settings().reviewTrends());
    return List.of(
        new TrendsApi(views, trends, links, tags),
        new TrendsReviewApi(views, trends, reviews, adminTags, links, features.posts()),
        new AdminTagsApi(views, trends, reviews, adminTags),
        new EmojisApi(views, features.emojis()),
        new AnnouncementsApi(views, notices, announcements(views, features)),
        new ReactionsApi(views, features.posts(), features.actors(), features.emojiReactions()));
  }

  /** How announcements look to apps; streams show them as well. */
  static AnnouncementView announcements(Views views, Features features) {
    return new AnnouncementView(views, features.actors(), features.posts(), features.emojis());
  }

  void start() {
    search.start();
  }

  @Override
  public void close() {
    search.close();
  }
}
