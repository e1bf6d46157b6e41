package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.follows.HiddenDomains;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Paging;
import social.parley.mastodon.Views;

/** {@code /api/v1/domain_blocks}: servers that somebody hides for themselves. */
public final class HiddenDomainsApi implements Endpoints {
  private final Authorization authorization;
  private final Paging paging;
  private final HiddenDomains domains;

  record Preview(long followingCount, long followersCount) {}

  public HiddenDomainsApi(Views views, HiddenDomains domains) {
    this.authorization = views.authorization();
    this.paging = views.paging();
    this.domains = domains;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/domain_blocks", this::list);
    routes.get("/api/v1/domain_blocks/preview", this::preview);
    routes.post("/api/v1/domain_blocks", this::hide);
    routes.delete("/api/v1/domain_blocks", this::show);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:blocks").actor();
    Page<String> page = domains.page(me, paging.hidden(ctx, 100, 200));
    paging.link(ctx, page);
    ctx.json(page.items());
  }

  private void preview(Context ctx) {
    ActorId me = authorization.user(ctx, "write:blocks").actor();
    HiddenDomains.Preview preview = domains.preview(me, domain(ctx));
    ctx.json(new Preview(preview.following(), preview.followers()));
  }

  private void hide(Context ctx) {
    ActorId me = authorization.user(ctx, "write:blocks").actor();
    domains.hide(me, domain(ctx));
    ctx.json(Map.of());
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "write:blocks").actor();
    domains.show(me, domain(ctx));
    ctx.json(Map.of());
  }

  private static String domain(Context ctx) {
    return Parameters.of(ctx).text("domain", "");
  }
}
