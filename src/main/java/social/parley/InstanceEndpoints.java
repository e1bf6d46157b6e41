package social.parley;

import java.util.List;
import social.parley.about.Texts;
import social.parley.about.Weeks;
import social.parley.federation.NodeCounts;
import social.parley.federation.Peers;
import social.parley.http.Endpoints;
import social.parley.mastodon.AsyncRefreshes;
import social.parley.mastodon.Views;
import social.parley.mastodon.instance.AbsentApi;
import social.parley.mastodon.instance.HealthApi;
import social.parley.mastodon.instance.InstanceApi;
import social.parley.mastodon.instance.NeighboursApi;
import social.parley.mastodon.instance.TextsApi;
import social.parley.mastodon.openapi.OpenApiDocument;

/** What the client API says about this server. */
final class InstanceEndpoints {
  private InstanceEndpoints() {}

  static List<Endpoints> of(Plumbing plumbing, Features features, Views views, NodeCounts counts) {
    Texts texts = new Texts(plumbing.settings());
    Peers peers = new Peers(plumbing.database(), plumbing.clock());
    return List.of(
        new InstanceApi(
            plumbing.settings(),
            new InstanceApi.Running(
                Version.NUMBER, counts, peers, features.alerts().vapid()::publicKey),
            texts,
            features.actors(),
            features.people().accounts(),
            views),
        new TextsApi(plumbing.settings(), texts, plumbing.clock()),
        new NeighboursApi(peers, new Weeks(plumbing.database(), plumbing.clock())),
        new HealthApi(plumbing.database()),
        new AbsentApi(views.authorization()),
        new AsyncRefreshes(views.authorization(), features.posts().completions()),
        new OpenApiDocument(plumbing.settings(), Version.NUMBER));
  }
}
