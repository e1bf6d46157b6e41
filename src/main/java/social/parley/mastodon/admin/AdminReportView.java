package social.parley.mastodon.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.collections.CollectionJson;
import social.parley.mastodon.collections.CollectionView;
import social.parley.moderation.Report;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;

/** Fills Admin::Report entities: a fixed number of statements for a page. */
public final class AdminReportView {
  private final Views views;
  private final Settings settings;
  private final Database database;
  private final Posts posts;
  private final AdminAccountView accounts;
  private final FeaturedCollections collections;
  private final CollectionView collectionView;

  public AdminReportView(
      Views views,
      Settings settings,
      Database database,
      Posts posts,
      AdminAccountView accounts,
      FeaturedCollections collections,
      CollectionView collectionView) {
    this.views = views;
    this.settings = settings;
    this.database = database;
    this.posts = posts;
    this.accounts = accounts;
    this.collections = collections;
    this.collectionView = collectionView;
  }

  /** What the reports of a page are about. */
  private record Shown(
      Map<ActorId, AdminAccountJson> people,
      Map<PostId, StatusJson> statuses,
      Map<Long, CollectionJson> collections) {}

  List<AdminReportJson> of(ActorId me, List<Report> some) {
    Set<ActorId> people = new LinkedHashSet<>();
    Set<PostId> named = new LinkedHashSet<>();
    Set<CollectionId> curated = new LinkedHashSet<>();
    for (Report report : some) {
      people.add(report.reporter());
      people.add(report.target());
      if (report.assignedTo() != null) people.add(report.assignedTo());
      if (report.resolvedBy() != null) people.add(report.resolvedBy());
      named.addAll(report.posts());
      for (long id : report.collections()) curated.add(new CollectionId(id));
    }
    Map<ActorId, AdminAccountJson> known = accounts.of(people);
    Shown shown = new Shown(known, statuses(me, named), collections(me, curated));
    return some.stream().map(report -> json(report, shown)).toList();
  }

  /**
   * All that are named, whoever else may see them: whoever reports a post shows it to the staff.
   */
  private Map<PostId, StatusJson> statuses(ActorId me, Set<PostId> named) {
    List<Post> found =
        List.copyOf(database.read(db -> posts.byIds(db, named)).values()).stream()
            .filter(post -> !post.isBoost())
            .toList();
    List<StatusJson> rendered = views.statuses().of(me, found);
    Map<PostId, StatusJson> statuses = new HashMap<>();
    for (int i = 0; i < found.size(); i++) statuses.put(found.get(i).id(), rendered.get(i));
    return statuses;
  }

  private Map<Long, CollectionJson> collections(ActorId me, Set<CollectionId> named) {
    Map<Long, CollectionJson> all = new HashMap<>();
    for (SeenCollection one : collections.reported(me, named))
      all.put(one.collection().id().value(), collectionView.of(one));
    return all;
  }

  private AdminReportJson json(Report report, Shown shown) {
    Map<ActorId, AdminAccountJson> known = shown.people();
    Instant resolved = report.resolvedAt();
    return new AdminReportJson(
        Long.toString(report.id()),
        report.isResolved(),
        resolved == null ? null : ApiDates.of(resolved),
        Words.name(report.category()),
        report.comment(),
        report.forwarded(),
        ApiDates.of(report.createdAt()),
        ApiDates.of(report.updatedAt()),
        Objects.requireNonNull(known.get(report.reporter())),
        Objects.requireNonNull(known.get(report.target())),
        report.assignedTo() == null ? null : known.get(report.assignedTo()),
        report.resolvedBy() == null ? null : known.get(report.resolvedBy()),
        report.posts().stream().map(shown.statuses()::get).filter(Objects::nonNull).toList(),
        report.collections().stream()
            .map(shown.collections()::get)
            .filter(Objects::nonNull)
            .toList(),
        rules(report));
  }

  private List<AdminReportJson.Rule> rules(Report report) {
    List<String> all = settings.about().rules();
    List<AdminReportJson.Rule> broken = new ArrayList<>();
    for (String id : report.rules()) {
      int number = Integer.parseInt(id);
      if (number <= all.size()) broken.add(new AdminReportJson.Rule(id, all.get(number - 1), ""));
    }
    return broken;
  }
}
