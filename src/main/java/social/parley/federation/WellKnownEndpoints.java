package social.parley.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Intent;
import social.parley.config.Settings;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells who is behind a handle: WebFinger (RFC 7033) and host-meta (RFC 6415). */
final class WellKnownEndpoints implements Endpoints {
  private static final String ACTIVITY = "application/activity+json";
  private static final String PROFILE_PAGE = "http://webfinger.net/rel/profile-page";
  private static final String AVATAR = "http://webfinger.net/rel/avatar";
  private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";

  private final Settings settings;
  private final Actors actors;
  private final Readers readers;

  WellKnownEndpoints(Settings settings, Actors actors, Readers readers) {
    this.settings = settings;
    this.actors = actors;
    this.readers = readers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/.well-known/webfinger", this::webFinger);
    routes.get("/.well-known/host-meta", this::hostMeta);
    routes.get("/.well-known/host-meta.json", this::hostMetaJson);
  }

  private void webFinger(Context ctx) {
    readers.admit(ctx);
    String resource = ctx.queryParam("resource");
    if (resource == null || resource.isBlank())
      throw new Refused.Invalid("resource", "The resource to look for is missing");
    Actor actor = find(resource.strip()).orElseThrow(Refused.NotFound::new);
    if (actor.isDeleted()) throw new Refused.Gone();
    if (!actor.mayBeKnown()) throw new Refused.NotFound();
    ctx.header("Cache-Control", "max-age=3600, public").header("Access-Control-Allow-Origin", "*");
    ctx.contentType("application/jrd+json; charset=utf-8").result(Json.write(describe(actor)));
  }

  private Optional<Actor> find(String resource) {
    Iri iri = Iri.parse(resource).filter(Iri::isWeb).orElse(null);
    if (iri != null) return byAddress(iri).filter(Actor::local);
    return Handle.parse(resource)
        .filter(this::isOurs)
        .flatMap(handle -> actors.local(handle.user()));
  }

  private Optional<Actor> byAddress(Iri iri) {
    return actors.byIri(iri).or(() -> actors.byUrl(iri.value()));
  }

  /** Both the domain of handles and the one that serves documents. */
  private boolean isOurs(Handle handle) {
    return handle.domain().equals(settings.handleDomain())
        || handle.domain().equals(settings.authority());
  }

  private ObjectNode describe(Actor actor) {
    ObjectNode answer = Json.object().put("subject", "acct:" + actor.handle());
    ArrayNode aliases = answer.putArray("aliases");
    aliases.add(actor.url());
    if (!actor.url().equals(actor.iri().value())) aliases.add(actor.iri().value());
    ArrayNode links = answer.putArray("links");
    link(links, PROFILE_PAGE, "text/html", actor.url());
    link(links, "self", ACTIVITY, actor.iri().value());
    links
        .addObject()
        .put("rel", SUBSCRIBE)
        .put("template", settings.at("/authorize_interaction").value() + "?uri={uri}");
    for (Intent intent : Intent.values())
      links.addObject().put("rel", intent.rel()).put("template", template(intent));
    if (actor.avatar() != null) link(links, AVATAR, null, actor.avatar().value());
    return answer;
  }

  /** Where people of this server do something with an object from elsewhere. */
  private String template(Intent intent) {
    String page = settings.at("/authorize_interaction").value();
    return switch (intent) {
      case FOLLOW, LIKE, BOOST -> page + "?uri={object}";
      case REPLY -> page + "?deed=reply&uri={inReplyTo}&text={content}";
    };
  }

  private static void link(ArrayNode links, String rel, @Nullable String type, String href) {
    ObjectNode link = links.addObject().put("rel", rel);
    if (type != null) link.put("type", type);
    link.put("href", href);
  }

  private String template() {
    return settings.at("/.well-known/webfinger").value() + "?resource={uri}";
  }

  private void hostMeta(Context ctx) {
    String accept = ctx.header("Accept");
    if (accept != null && accept.contains("json")) {
      hostMetaJson(ctx);
      return;
    }
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.contentType("application/xrd+xml; charset=utf-8")
        .result(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
              <Link rel="lrdd" type="application/jrd+json" template="%s"/>
            </XRD>
            """
                .formatted(template()));
  }

  private void hostMetaJson(Context ctx) {
    ObjectNode answer = Json.object();
    answer
        .putArray("links")
        .addObject()
        .put("rel", "lrdd")
        .put("type", "application/jrd+json")
        .put("template", template());
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.contentType("application/json").result(Json.write(answer));
  }
}
