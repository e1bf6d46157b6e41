package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.conversations.Conversations;
import social.parley.follows.Circles;
import social.parley.follows.Follows;
import social.parley.http.Endpoints;
import social.parley.lists.Lists;
import social.parley.mastodon.Views;
import social.parley.mastodon.timelines.ConversationView;
import social.parley.mastodon.timelines.ConversationsApi;
import social.parley.mastodon.timelines.ListsApi;
import social.parley.media.MediaUrls;
import social.parley.posts.Posts;
import social.parley.syndication.SyndicatedFeeds;
import social.parley.tags.TagFollows;
import social.parley.timelines.FanOut;
import social.parley.timelines.Heads;
import social.parley.timelines.HomeFeed;
import social.parley.timelines.ListFeed;
import social.parley.timelines.Reasons;
import social.parley.timelines.Timelines;
import social.parley.web.feeds.FeedTopics;
import social.parley.websub.Hub;
import social.parley.websub.Intents;

/** What people read by time: homes, lists and timelines, and what fills them. */
record Feeds(
    Lists lists,
    FanOut fanOut,
    HomeFeed home,
    ListFeed listFeed,
    Timelines timelines,
    Heads heads,
    Reasons reasons,
    Conversations conversations,
    SyndicatedFeeds syndicated,
    FeedTopics topics,
    Hub hub) {

  static Feeds of(
      Plumbing plumbing,
      Actors actors,
      Follows follows,
      Circles circles,
      Posts posts,
      MediaUrls urls,
      TagFollows tags) {
    var database = plumbing.database();
    var clock = plumbing.clock();
    var jobs = plumbing.jobs();
    Lists lists = new Lists(database, plumbing.ids(), clock, follows);
    SyndicatedFeeds syndicated =
        new SyndicatedFeeds(
            new SyndicatedFeeds.Needs(
                database,
                clock,
                plumbing.random(),
                jobs,
                plumbing.fetcher(),
                plumbing.settings().url(),
                actors,
                follows,
                posts));
    syndicated.handle();
    Heads heads = new Heads();
    Timelines timelines = new Timelines(database, clock, circles, posts, lists, heads);
    FeedTopics topics = new FeedTopics(plumbing.settings().url(), actors, posts, urls, timelines);
    Hub hub =
        new Hub(
            new Hub.Needs(
                database,
                plumbing.ids(),
                clock,
                jobs,
                plumbing.fetcher(),
                plumbing.policy(),
                actors,
                topics.hub()),
            topics,
            new Intents(plumbing.fetcher(), plumbing.random()));
    hub.handle();
    return new Feeds(
        lists,
        new FanOut(database, clock, jobs, posts, tags, heads),
        new HomeFeed(database, clock, jobs, follows, lists, heads),
        new ListFeed(database, clock, jobs, lists),
        timelines,
        heads,
        new Reasons(database, circles, lists, tags),
        new Conversations(database, plumbing.ids(), clock, posts),
        syndicated,
        topics,
        hub);
  }

  List<Endpoints> endpoints(Views views, Posts posts) {
    return List.of(
        new ListsApi(views, lists, timelines),
        new ConversationsApi(views, new ConversationView(views, posts), conversations));
  }
}
