package social.parley;

import java.util.ArrayList;
import java.util.List;
import social.parley.actors.Actors;
import social.parley.actors.Addresses;
import social.parley.actors.KeyLookup;
import social.parley.actors.RemoteActors;
import social.parley.appearance.Appearances;
import social.parley.config.Settings;
import social.parley.emojis.EmojiDocuments;
import social.parley.emojis.Emojis;
import social.parley.events.AttendanceInbox;
import social.parley.events.Attendances;
import social.parley.federation.CollectionSource;
import social.parley.federation.DeliveryQueue;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;
import social.parley.follows.Blocks;
import social.parley.follows.Circles;
import social.parley.follows.FollowCollections;
import social.parley.follows.FollowInbox;
import social.parley.follows.FollowersInStep;
import social.parley.follows.Follows;
import social.parley.follows.Relationships;
import social.parley.media.AvatarImages;
import social.parley.media.BlobStore;
import social.parley.media.EmojiImages;
import social.parley.media.FolderBlobs;
import social.parley.media.Images;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.media.SiteImages;
import social.parley.moderation.MediaGate;
import social.parley.notifications.Markers;
import social.parley.notifications.Notifications;
import social.parley.notifications.Notifier;
import social.parley.notifications.RecentNotifications;
import social.parley.portability.ImportWork;
import social.parley.posts.Posts;
import social.parley.profiles.ProfileInbox;
import social.parley.profiles.Profiles;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Dislikes;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;
import social.parley.reactions.LikeInbox;
import social.parley.reactions.Marks;
import social.parley.relays.Relays;
import social.parley.text.PostText;
import social.parley.timelines.Timelines;
import social.parley.trends.TagRule;

/** The features and readers, made in the order of the picture. */
record Features(
    Actors actors,
    RemoteActors remoteActors,
    KeyLookup keys,
    DeliveryQueue deliveries,
    RemoteDocuments documents,
    Relays relays,
    Images images,
    Media media,
    MediaUrls mediaUrls,
    RemoteMedia remoteMedia,
    Emojis emojis,
    Appearances appearances,
    People people,
    Follows follows,
    Blocks blocks,
    Relationships relationships,
    Circles circles,
    FollowersInStep followersInStep,
    Posts posts,
    Writing writing,
    Profiles profiles,
    Favourites favourites,
    Dislikes dislikes,
    EmojiReactions emojiReactions,
    Attendances attendances,
    Bookmarks bookmarks,
    Marks marks,
    Tagging tagging,
    Feeds feeds,
    Notifier notifier,
    Notifications notifications,
    Markers markers,
    Consent consent,
    Alerts alerts,
    Moderation moderation,
    Live live,
    Personal personal,
    Discovery discovery,
    Curating curating,
    Portability portability,
    InboxRoutes inbox)
    implements AutoCloseable {
  private static final long REMOTE_CACHE_BYTES = 10L << 30;
  private static final int IMAGE_THREADS = 2;

  /** All of them, told of what happens to each other. */
  static Features of(Plumbing plumbing) {
    Features features = make(plumbing);
    plumbing.database().subscribe(Subscriptions.of(features));
    plumbing.database().subscribe(Subscriptions.discovery(features));
    return features;
  }

  private static Features make(Plumbing plumbing) {
    Settings settings = plumbing.settings();
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    var fetcher = plumbing.fetcher();
    Addresses addresses = new Addresses(settings);
    Actors actors = new Actors(database, ids, clock, addresses, plumbing.effort().keys());
    RemoteActors remoteActors = new RemoteActors(database, actors, fetcher, settings);
    KeyLookup keys = new KeyLookup(actors, remoteActors, fetcher);
    DeliveryQueue deliveries = new DeliveryQueue(addresses, ids, clock);
    Outbox outbox = new Outbox(addresses, ids, deliveries);
    RemoteDocuments documents = new RemoteDocuments(actors, fetcher);
    UnhurriedReader unhurried = new UnhurriedReader(documents, clock);
    BlobStore blobs = new FolderBlobs(settings.data().resolve("media"));
    Images images = new Images(IMAGE_THREADS);
    Media media =
        new Media(database, ids, clock, plumbing.random(), plumbing.jobs(), blobs, images);
    MediaUrls mediaUrls = new MediaUrls(settings.url());
    RemoteMedia remoteMedia =
        new RemoteMedia(
            database,
            clock,
            plumbing.random(),
            blobs,
            images,
            fetcher,
            settings.url(),
            REMOTE_CACHE_BYTES,
            new MediaGate(plumbing.policy(), actors));
    Emojis emojis =
        new Emojis(
            database,
            ids,
            clock,
            settings,
            actors,
            new EmojiImages(media, blobs, fetcher),
            mediaUrls);
    Doorkeeping doors = Doorkeeping.of(plumbing);
    People people = People.of(plumbing, actors, List.of(doors.guard()));
    Follows follows = new Follows(database, ids, clock, actors, outbox);
    Blocks blocks = new Blocks(database, ids, clock, follows, outbox);
    Circles circles = new Circles(database);
    Relays relays = new Relays(database, ids, clock, actors, remoteActors, outbox);
    PostText plain = new PostText(settings.handleDomain(), tag -> settings.at("/tags/" + tag));
    Posts posts =
        new Posts(
            new Posts.Needs(
                database,
                ids,
                clock,
                settings,
                plumbing.jobs(),
                actors,
                remoteActors,
                documents,
                unhurried,
                outbox,
                media,
                emojis,
                follows,
                circles,
                relays,
                List.of(new TagRule(database, plain))));
    Profiles profiles =
        new Profiles(
            database,
            actors,
            remoteActors,
            follows,
            outbox,
            new AvatarImages(media),
            mediaUrls,
            plain,
            emojis);
    Moderation moderation = Moderation.of(plumbing, doors, people, actors, follows, posts, outbox);
    Relationships relationships = new Relationships(database, clock);
    Favourites favourites = new Favourites(database, ids, clock, actors, outbox, posts);
    Dislikes dislikes = new Dislikes(database, ids, clock, actors, outbox, posts);
    Consent consent =
        Consent.of(
            new Consent.Needs(
                plumbing,
                actors,
                posts,
                follows,
                blocks,
                relationships,
                outbox,
                documents,
                favourites));
    Tagging tagging = Tagging.of(plumbing, actors, outbox, follows);
    Bookmarks bookmarks = new Bookmarks(database, ids, clock, posts);
    EmojiReactions emojiReactions =
        new EmojiReactions(
            new EmojiReactions.Needs(
                database,
                ids,
                clock,
                actors,
                outbox,
                follows,
                posts,
                emojis,
                settings.limits().reactions()));
    RecentNotifications recent = new RecentNotifications(database, actors);
    Notifications notifications = new Notifications(database, recent);
    Feeds feeds = Feeds.of(plumbing, actors, follows, circles, posts, mediaUrls, tagging.follows());
    Personal personal = Personal.of(plumbing, actors, remoteActors, outbox, follows, posts);
    return new Features(
        actors,
        remoteActors,
        keys,
        deliveries,
        documents,
        relays,
        images,
        media,
        mediaUrls,
        remoteMedia,
        emojis,
        new Appearances(database, clock, settings, actors, new SiteImages(media), mediaUrls),
        people,
        follows,
        blocks,
        relationships,
        circles,
        new FollowersInStep(database, clock, plumbing.jobs(), actors, unhurried, follows),
        posts,
        Writing.of(plumbing, remoteActors, media, remoteMedia, posts, people.accounts()),
        profiles,
        favourites,
        dislikes,
        emojiReactions,
        new Attendances(database, ids, clock, actors, outbox, posts),
        bookmarks,
        new Marks(database),
        tagging,
        feeds,
        new Notifier(ids, clock, people.accounts(), posts, recent, List.of()),
        notifications,
        new Markers(database, clock, recent),
        consent,
        Alerts.of(plumbing, people.accounts(), actors, follows, posts, notifications, recent),
        moderation,
        Live.of(plumbing, posts),
        personal,
        Discovery.of(plumbing, actors, circles, media, emojis, posts),
        Curating.of(plumbing, actors, blocks),
        Portability.of(
            plumbing,
            actors,
            media,
            mediaUrls,
            remoteMedia,
            posts,
            personal.filters(),
            new ImportWork.Doors(
                remoteActors,
                follows,
                blocks,
                personal.domains(),
                feeds.lists(),
                posts,
                bookmarks,
                personal.filters())),
        new InboxRoutes(
            new FollowInbox(ids, clock, actors, follows, blocks),
            relays,
            posts.inbox(),
            new LikeInbox(ids, actors, posts, favourites, dislikes, emojiReactions),
            tagging.inbox(),
            new ProfileInbox(actors, remoteActors),
            personal.moves(),
            moderation.reportInbox(),
            new AttendanceInbox(ids, clock, posts),
            consent));
  }

  Timelines timelines() {
    return feeds.timelines();
  }

  /** What other servers may fetch by its id. */
  List<ObjectSource> objects() {
    List<ObjectSource> all = new ArrayList<>(consent.documents());
    all.addFirst(posts.documents());
    all.add(new EmojiDocuments(emojis));
    all.add(curating.collections().documents());
    return all;
  }

  /** The lists that other servers may page through. */
  List<CollectionSource> collections() {
    List<CollectionSource> all = new ArrayList<>(posts.collections());
    all.add(FollowCollections.followers(actors, follows));
    all.add(FollowCollections.following(actors, follows));
    all.add(tagging.collection());
    return all;
  }

  @Override
  public void close() {
    writing.close();
    discovery.close();
    images.close();
  }
}
