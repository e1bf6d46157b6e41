package social.parley.activitystreams;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes actors. */
final class ActorWriter {
  private static final Set<String> KNOWN =
      Set.of(
          "preferredUsername",
          "name",
          "nameMap",
          "summary",
          "summaryMap",
          "inbox",
          "outbox",
          "followers",
          "following",
          "featured",
          "featuredTags",
          "endpoints",
          "sharedInbox",
          "url",
          "publicKey",
          "assertionMethod",
          "verificationMethod",
          "icon",
          "image",
          "attachment",
          "manuallyApprovesFollowers",
          "discoverable",
          "indexable",
          "suspended",
          "memorial",
          "alsoKnownAs",
          "movedTo",
          "tag",
          "attributedTo",
          "published",
          "updated",
          "webfinger",
          "publicKeyPem",
          "publicKeyMultibase");

  private ActorWriter() {}

  static void add(ActorDocument actor, Fields fields) {
    fields
        .iri("id", actor.id())
        .text("type", actor.type())
        .text("preferredUsername", actor.preferredUsername())
        .text("name", actor.name())
        .text("summary", actor.summary())
        .iri("url", actor.url())
        .iri("inbox", actor.inbox())
        .iri("outbox", actor.outbox())
        .iri("followers", actor.followers())
        .iri("following", actor.following())
        .iri("featured", actor.featured())
        .iri("featuredTags", actor.featuredTags())
        .text("webfinger", actor.webfinger());
    if (actor.sharedInbox() != null)
      fields.json(
          "endpoints", new Fields(Json.object()).iri("sharedInbox", actor.sharedInbox()).node());
    addFlags(actor, fields);
    addKeys(actor, fields);
    fields
        .json("icon", TagWriter.image(actor.icon()))
        .json("image", TagWriter.image(actor.image()));
    addFields(actor, fields);
    TagWriter.addTags(actor.tags(), fields);
    fields.rest(actor.raw(), KNOWN);
  }

  private static void addFlags(ActorDocument actor, Fields fields) {
    fields
        .time("published", actor.published())
        .time("updated", actor.updated())
        .choice("manuallyApprovesFollowers", actor.manuallyApprovesFollowers())
        .choice("discoverable", actor.discoverable())
        .choice("indexable", actor.indexable());
    if (actor.suspended()) fields.choice("suspended", true);
    if (actor.memorial()) fields.choice("memorial", true);
    if (!actor.alsoKnownAs().isEmpty()) fields.iris("alsoKnownAs", actor.alsoKnownAs());
    fields.iri("movedTo", actor.movedTo());
    // A group's moderators are one collection (Lemmy); a PeerTube channel lists its owners.
    if (actor.attributedTo().size() == 1)
      fields.iri("attributedTo", actor.attributedTo().getFirst());
    else if (!actor.attributedTo().isEmpty()) fields.iris("attributedTo", actor.attributedTo());
  }

  private static void addFields(ActorDocument actor, Fields fields) {
    ArrayNode array = fields.node().putArray("attachment");
    for (PropertyValue field : actor.fields())
      array
          .addObject()
          .put("type", "PropertyValue")
          .put("name", field.name())
          .put("value", field.value());
  }

  /** PEM keys as publicKey, one object where there is one; Multikeys as assertionMethod. */
  private static void addKeys(ActorDocument actor, Fields fields) {
    List<ObjectNode> pems = new ArrayList<>();
    List<ObjectNode> multikeys = new ArrayList<>();
    for (PublicKeyDocument key : actor.keys()) {
      if (key.pem() != null) pems.add(pem(key));
      else if (key.multibase() != null) multikeys.add(multikey(key));
    }
    if (pems.size() == 1) fields.json("publicKey", pems.getFirst());
    else if (!pems.isEmpty()) fields.node().putArray("publicKey").addAll(pems);
    if (!multikeys.isEmpty()) fields.node().putArray("assertionMethod").addAll(multikeys);
  }

  private static ObjectNode pem(PublicKeyDocument key) {
    return new Fields(Json.object())
        .iri("id", key.id())
        .iri("owner", key.owner())
        .text("publicKeyPem", key.pem())
        .time("expires", key.expires())
        .node();
  }

  private static ObjectNode multikey(PublicKeyDocument key) {
    return new Fields(Json.object())
        .iri("id", key.id())
        .text("type", "Multikey")
        .iri("controller", key.owner())
        .text("publicKeyMultibase", key.multibase())
        .time("expires", key.expires())
        .node();
  }
}
