package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.Authorization;
import social.parley.moderation.DomainBlocks;
import social.parley.moderation.Severity;

/** {@code GET /api/v1/instance/domain_blocks}, for whom the settings allow. */
public final class InstanceBlocksApi implements Endpoints {
  private final Settings settings;
  private final Authorization authorization;
  private final DomainBlocks domains;

  public InstanceBlocksApi(Settings settings, Authorization authorization, DomainBlocks domains) {
    this.settings = settings;
    this.authorization = authorization;
    this.domains = domains;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/instance/domain_blocks", this::list);
  }

  private void list(Context ctx) {
    switch (settings.federation().blocksShown()) {
      case EVERYONE -> {}
      case MEMBERS -> authorization.user(ctx);
      case NOBODY -> throw new Refused.NotFound();
    }
    ctx.json(
        domains.all().stream()
            .filter(block -> block.severity() != Severity.NOOP)
            .map(DomainBlockJson.Public::of)
            .toList());
  }
}
