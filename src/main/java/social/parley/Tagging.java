package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.tags.FeaturedTagsApi;
import social.parley.mastodon.tags.TagView;
import social.parley.mastodon.tags.TagsApi;
import social.parley.tags.FeaturedTags;
import social.parley.tags.TagCollection;
import social.parley.tags.TagFollows;
import social.parley.tags.TagInbox;
import social.parley.tags.TagOutbox;
import social.parley.tags.TagSummaries;
import social.parley.tags.TagUses;

/** Hashtags: followed, counted, and shown on profiles. */
record Tagging(
    TagFollows follows,
    TagUses uses,
    FeaturedTags featured,
    TagSummaries summaries,
    TagInbox inbox,
    TagOutbox outbox,
    TagCollection collection) {

  static Tagging of(Plumbing plumbing, Actors actors, Outbox outbox, Follows follows) {
    var database = plumbing.database();
    FeaturedTags featured = new FeaturedTags(database, plumbing.ids(), plumbing.clock());
    return new Tagging(
        new TagFollows(database, plumbing.ids(), plumbing.clock()),
        new TagUses(database, plumbing.clock(), plumbing.jobs(), actors),
        featured,
        new TagSummaries(plumbing.clock()),
        new TagInbox(featured),
        new TagOutbox(plumbing.settings(), actors, follows, outbox),
        new TagCollection(plumbing.settings(), actors, featured));
  }

  TagView view(Views views, Plumbing plumbing) {
    return new TagView(plumbing.database(), views.tags(), summaries);
  }

  List<Endpoints> endpoints(Views views, Plumbing plumbing, Actors actors) {
    TagView view = view(views, plumbing);
    return List.of(
        new TagsApi(views, view, follows, featured),
        new FeaturedTagsApi(views, view, actors, featured));
  }
}
