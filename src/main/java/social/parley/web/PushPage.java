package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.NotificationType;
import social.parley.push.NewSubscription;
import social.parley.push.PushPolicy;
import social.parley.push.PushSubscription;
import social.parley.push.PushSubscriptions;
import social.parley.push.VapidKeys;

/** Whether the visitor's browser is woken for notifications, and for which. */
final class PushPage implements Endpoints {
  private static final String PATH = "/settings/push";
  private static final List<Kind> KINDS =
      List.of(
          new Kind("mention", EnumSet.of(NotificationType.MENTION)),
          new Kind("follow", EnumSet.of(NotificationType.FOLLOW, NotificationType.FOLLOW_REQUEST)),
          new Kind("favourite", EnumSet.of(NotificationType.FAVOURITE, NotificationType.REACTION)),
          new Kind("boost", EnumSet.of(NotificationType.BOOST, NotificationType.QUOTE)),
          new Kind("post", EnumSet.of(NotificationType.POST)),
          new Kind(
              "pending",
              EnumSet.of(
                  NotificationType.PENDING_FAVOURITE,
                  NotificationType.PENDING_REPLY,
                  NotificationType.PENDING_BOOST,
                  NotificationType.PENDING_QUOTE)));

  private final PageParts parts;
  private final PushSubscriptions subscriptions;
  private final VapidKeys keys;

  PushPage(PageParts parts, PushSubscriptions subscriptions, VapidKeys keys) {
    this.parts = parts;
    this.subscriptions = subscriptions;
    this.keys = keys;
  }

  private record Kind(String name, Set<NotificationType> types) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberForm(routes, PATH, this::subscribe);
    parts.routing().memberForm(routes, PATH + "/end", this::end);
  }

  /** What the page of settings shows of it. */
  PushView view(Visitor me) {
    PushSubscription here = subscriptions.of(me.session()).orElse(null);
    return new PushView(
        keys.publicKey(),
        here != null,
        KINDS.stream()
            .map(kind ->
                new PushView.Choice(
                    kind.name(),
                    say("push.alert." + kind.name()),
                    here == null || here.alerts().containsAll(kind.types())))
            .toList());
  }

  private void subscribe(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    Set<String> chosen = Set.copyOf(given.texts("alerts"));
    Set<NotificationType> alerts = EnumSet.noneOf(NotificationType.class);
    for (Kind kind : KINDS) if (chosen.contains(kind.name())) alerts.addAll(kind.types());
    try {
      var unused =
          subscriptions.subscribe(
              me.session(),
              me.id(),
              NewSubscription.of(
                  given.text("endpoint", ""),
                  given.text("p256dh", ""),
                  given.text("auth", ""),
                  true,
                  PushPolicy.ALL,
                  alerts));
      parts.pages().notice(ctx, Notice.SAVED);
    } catch (Refused.Invalid withoutScript) {
      parts.pages().notice(ctx, Notice.NOT_WOKEN);
    }
    LocalPath.go(ctx, StrangersPage.PATH);
  }

  private void end(Context ctx, Visitor me) {
    subscriptions.unsubscribe(me.session());
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, StrangersPage.PATH);
  }
}
