package social.parley.mastodon.interactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.PolicyJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.Visibilities;
import social.parley.posts.DefaultPolicies;
import social.parley.posts.Policy;
import social.parley.posts.Reach;

/** Who may interact with somebody's posts, where the posts themselves say nothing. */
public final class PoliciesApi implements Endpoints {
  private static final String PATH = "/api/v1/interaction_policies/defaults";

  private final Views views;
  private final DefaultPolicies policies;

  public PoliciesApi(Views views, DefaultPolicies policies) {
    this.views = views;
    this.policies = policies;
  }

  /** The DefaultPolicies entity. */
  public record Defaults(
      PolicyJson direct,
      @JsonProperty("private") PolicyJson followers,
      PolicyJson unlisted,
      @JsonProperty("public") PolicyJson open) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.patch(PATH, this::choose);
  }

  private void show(Context ctx) {
    ctx.json(defaults(views.authorization().user(ctx, "read:accounts").actor()));
  }

  /** What is left out or null has its usual policy again. */
  private void choose(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:accounts").actor();
    Parameters given = Parameters.of(ctx);
    Map<Reach, Policy> chosen = new EnumMap<>(Reach.class);
    for (Reach reach : Reach.values()) {
      Policy policy = PolicyJson.read(given.in(Visibilities.name(reach)));
      if (policy.quote() != null)
        throw new Refused.Invalid("can_quote", "is chosen as source[quote_policy] of the account");
      chosen.put(reach, policy);
    }
    policies.choose(me, chosen);
    ctx.json(defaults(me));
  }

  private Defaults defaults(ActorId me) {
    Map<Reach, Policy> chosen = policies.of(me);
    return new Defaults(
        of(chosen, Reach.MENTIONED),
        of(chosen, Reach.FOLLOWERS),
        of(chosen, Reach.QUIET),
        of(chosen, Reach.PUBLIC));
  }

  private static PolicyJson of(Map<Reach, Policy> chosen, Reach reach) {
    return PolicyJson.of(chosen.getOrDefault(reach, Policy.SILENT), reach);
  }
}
