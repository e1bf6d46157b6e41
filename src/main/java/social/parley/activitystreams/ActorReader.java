package social.parley.activitystreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Reads actors and their keys. */
final class ActorReader {
  private ActorReader() {}

  /** An actor without id or inbox stays unknown: nothing can be sent to it. */
  static Thing read(String type, JsonNode node, int depth) {
    Iri id = Values.iri(node.get("id"));
    Iri inbox = Values.iri(node, "inbox");
    ActorType actorType = ActorType.of(type);
    if (actorType == null || id == null || inbox == null) return new Unknown(type, id, node);
    return new ActorBuilder(actorType, id, username(node, id), inbox)
        .name(Values.language(node, "name", "nameMap"))
        .summary(Values.language(node, "summary", "summaryMap"))
        .outbox(Values.iri(node, "outbox"))
        .followers(Values.iri(node, "followers"))
        .following(Values.iri(node, "following"))
        .featured(Values.iri(node, "featured"))
        .featuredTags(Values.iri(node, "featuredTags"))
        .sharedInbox(sharedInbox(node))
        .url(page(node))
        .keys(keys(node))
        .icon(ObjectReader.image(node, "icon"))
        .image(ObjectReader.image(node, "image"))
        .fields(fields(node))
        .manuallyApprovesFollowers(Values.flag(node, "manuallyApprovesFollowers"))
        .discoverable(Values.choice(node, "discoverable"))
        .indexable(Values.choice(node, "indexable"))
        .suspended(Values.flag(node, "suspended"))
        .memorial(Values.flag(node, "memorial"))
        .alsoKnownAs(Values.iris(node, "alsoKnownAs"))
        .movedTo(Values.iri(node, "movedTo"))
        .tags(TagReader.tags(node))
        .attributedTo(Values.iris(node, "attributedTo"))
        .published(Values.time(node, "published"))
        .updated(Values.time(node, "updated"))
        .webfinger(Values.text(node, "webfinger"))
        .raw(node)
        .build();
  }

  /** Without a user name the last part of the id stands in, as it does for Mobilizon's relays. */
  private static String username(JsonNode node, Iri id) {
    String name = Values.text(node, "preferredUsername");
    if (name != null && !name.isBlank()) return name.strip();
    String webfinger = Values.text(node, "webfinger");
    if (webfinger != null && webfinger.indexOf('@') > 0)
      return webfinger.substring(0, webfinger.indexOf('@'));
    String path = id.withoutFragment().value();
    while (path.endsWith("/")) path = path.substring(0, path.length() - 1);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.startsWith("@") ? last.substring(1) : last;
  }

  private static @Nullable Iri sharedInbox(JsonNode node) {
    JsonNode endpoints = Values.first(node, "endpoints");
    if (endpoints != null && endpoints.isObject()) return Values.iri(endpoints, "sharedInbox");
    return Values.iri(node, "sharedInbox");
  }

  private static @Nullable Iri page(JsonNode node) {
    Iri first = null;
    for (LinkDocument link : TagReader.links(node, "url")) {
      if ("text/html".equals(link.mediaType())) return link.href();
      if (first == null && link.href().isWeb()) first = link.href();
    }
    return first;
  }

  private static List<PropertyValue> fields(JsonNode node) {
    List<PropertyValue> fields = new ArrayList<>();
    for (JsonNode member : Values.members(node, "attachment")) {
      if (!member.isObject() || !isField(Values.type(member))) continue;
      String name = Values.text(member, "name");
      String value = Values.text(member, "value");
      if (name != null && value != null) fields.add(new PropertyValue(name, value));
    }
    return fields;
  }

  private static boolean isField(String type) {
    return type.equals("PropertyValue") || type.equals("schema:PropertyValue");
  }

  static List<PublicKeyDocument> keys(JsonNode node) {
    List<PublicKeyDocument> keys = new ArrayList<>();
    Iri owner = Values.iri(node.get("id"));
    addKey(node, null, keys);
    for (JsonNode member : Values.members(node, "publicKey")) addKey(member, owner, keys);
    for (JsonNode member : Values.members(node, "assertionMethod")) addKey(member, owner, keys);
    for (JsonNode member : Values.members(node, "verificationMethod")) addKey(member, owner, keys);
    return keys;
  }

  private static void addKey(JsonNode node, @Nullable Iri holder, List<PublicKeyDocument> keys) {
    if (!node.isObject()) return;
    String pem = Values.text(node, "publicKeyPem");
    String multibase = Values.text(node, "publicKeyMultibase");
    Iri id = Values.iri(node.get("id"));
    if (id == null || (pem == null && multibase == null)) return;
    Iri owner = Values.iri(node, "owner");
    if (owner == null) owner = Values.iri(node, "controller");
    if (owner == null) owner = holder;
    for (PublicKeyDocument known : keys) if (known.id().equals(id)) return;
    // The security context has both names for one term, so either may come out of a processor.
    Instant expires = Values.time(node, "expires");
    if (expires == null) expires = Values.time(node, "expiration");
    keys.add(new PublicKeyDocument(id, owner, pem, multibase, expires));
  }
}
