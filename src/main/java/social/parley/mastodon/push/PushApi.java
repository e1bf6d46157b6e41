package social.parley.mastodon.push;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import social.parley.accounts.Access;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.notifications.NotificationType;
import social.parley.push.NewSubscription;
import social.parley.push.PushPolicy;
import social.parley.push.PushSubscription;
import social.parley.push.PushSubscriptions;
import social.parley.push.VapidKeys;

/** {@code /api/v1/push/subscription}: one for each access token. */
public final class PushApi implements Endpoints {
  private static final String PATH = "/api/v1/push/subscription";

  private final Authorization authorization;
  private final PushSubscriptions subscriptions;
  private final VapidKeys vapid;

  public PushApi(Authorization authorization, PushSubscriptions subscriptions, VapidKeys vapid) {
    this.authorization = authorization;
    this.subscriptions = subscriptions;
    this.vapid = vapid;
  }

  /** The WebPushSubscription entity; its id is a number, as apps expect it. */
  private record Json(
      int id,
      String endpoint,
      boolean standard,
      Map<String, Boolean> alerts,
      String serverKey,
      String policy) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::create);
    routes.put(PATH, this::change);
    routes.patch(PATH, this::change);
    routes.delete(PATH, this::remove);
  }

  private void create(Context ctx) {
    Access access = authorization.user(ctx, "push");
    Parameters given = Parameters.of(ctx);
    Parameters asked = given.in("subscription");
    Parameters keys = asked.in("keys");
    NewSubscription wish =
        NewSubscription.of(
            asked.text("endpoint", ""),
            keys.text("p256dh", ""),
            keys.text("auth", ""),
            asked.flag("standard", false),
            policy(given, PushPolicy.ALL),
            alerts(given, Set.of()));
    answer(ctx, subscriptions.subscribe(access, authorization.bearer(ctx), wish));
  }

  private void show(Context ctx) {
    answer(ctx, subscriptions.of(token(ctx)));
  }

  private void change(Context ctx) {
    long token = token(ctx);
    PushSubscription old = subscriptions.of(token);
    Parameters given = Parameters.of(ctx);
    answer(
        ctx, subscriptions.change(token, policy(given, old.policy()), alerts(given, old.alerts())));
  }

  private void remove(Context ctx) {
    subscriptions.unsubscribe(token(ctx));
    ctx.json(Map.of());
  }

  private long token(Context ctx) {
    return authorization.user(ctx, "push").token().id();
  }

  /** Under {@code data}, or as the documentation once had it. */
  private static PushPolicy policy(Parameters given, PushPolicy old) {
    String word = given.in("data").text("policy");
    return switch (word == null ? given.text("policy") : word) {
      case null -> old;
      case "all" -> PushPolicy.ALL;
      case "followed" -> PushPolicy.FOLLOWED;
      case "follower" -> PushPolicy.FOLLOWER;
      case "none" -> PushPolicy.NONE;
      default ->
          throw new Refused.Invalid("policy", "ERR_INCLUSION", "is not included in the list");
    };
  }

  private static Set<NotificationType> alerts(Parameters given, Set<NotificationType> old) {
    if (!given.in("data").has("alerts")) return old;
    Parameters alerts = given.in("data").in("alerts");
    Set<NotificationType> wanted = EnumSet.noneOf(NotificationType.class);
    for (String word : alerts.keys())
      if (alerts.flag(word, false)) NotificationType.of(word).ifPresent(wanted::add);
    return wanted;
  }

  private void answer(Context ctx, PushSubscription subscription) {
    Map<String, Boolean> alerts = new LinkedHashMap<>();
    for (NotificationType type : NotificationType.values())
      alerts.put(type.word(), subscription.alerts().contains(type));
    ctx.json(
        new Json(
            subscription.id(),
            subscription.endpoint().value(),
            subscription.standard(),
            alerts,
            vapid.publicKey(),
            subscription.policy().name().toLowerCase(Locale.ROOT)));
  }
}
