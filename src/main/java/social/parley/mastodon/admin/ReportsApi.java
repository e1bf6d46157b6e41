package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.accounts.Account;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;
import social.parley.mastodon.Views;
import social.parley.moderation.Report;
import social.parley.moderation.ReportCategory;
import social.parley.moderation.ReportDraft;
import social.parley.moderation.Reports;

/** {@code POST /api/v1/reports}: people tell the staff about others. */
public final class ReportsApi implements Endpoints {
  private static final Limit REPORTS = new Limit("reports", 400, Duration.ofHours(24));

  private final Views views;
  private final Actors actors;
  private final Reports reports;
  private final FeaturedCollections collections;
  private final RateLimits limits;

  public ReportsApi(
      Views views,
      Actors actors,
      Reports reports,
      FeaturedCollections collections,
      RateLimits limits) {
    this.views = views;
    this.actors = actors;
    this.reports = reports;
    this.collections = collections;
    this.limits = limits;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/reports", this::file);
  }

  private void file(Context ctx) {
    Account me = views.authorization().user(ctx, "write:reports").person();
    limits.account(ctx, REPORTS, me.id());
    Parameters given = Parameters.of(ctx);
    ReportCategory category = Words.of(ReportCategory.class, "category", given.text("category"));
    if (category == null)
      category =
          given.texts("rule_ids").isEmpty() ? ReportCategory.OTHER : ReportCategory.VIOLATION;
    ActorId target = ActorId.parse(given.text("account_id", ""));
    Report report =
        reports.file(
            new ReportDraft(
                me.actor(),
                target,
                given.texts("status_ids").stream().map(PostId::parse).toList(),
                collections(target, given.texts("collection_ids")),
                given.text("comment", ""),
                category,
                given.texts("rule_ids"),
                given.flag("forward", false),
                given.texts("forward_to_domains")));
    Actor reported = actors.byId(target).orElseThrow(Refused.NotFound::new);
    ctx.json(ReportJson.of(report, views.accounts().of(reported)));
  }

  private List<Long> collections(ActorId owner, List<String> ids) {
    Set<CollectionId> wanted = new LinkedHashSet<>();
    for (String id : ids) wanted.add(CollectionId.parse(id));
    List<FeaturedCollection> found =
        collections.byIds(wanted).stream().filter(one -> one.ownerId().equals(owner)).toList();
    if (found.size() != wanted.size()) throw new Refused.NotFound();
    return found.stream().map(one -> one.id().value()).toList();
  }
}
