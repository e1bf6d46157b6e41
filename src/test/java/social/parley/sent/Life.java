package social.parley.sent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Ida does in her life, so that every kind of document leaves her server once: all that she
 * does reaches pond.test, where Otto and the community of knots are.
 */
final class Life implements AutoCloseable {
  private static final String STATUSES = "/api/v1/statuses/";
  private static final String ACCOUNTS = "/api/v1/accounts/";

  private final Fediverse fediverse = Fediverse.of("parley.test");
  private final Instance parley = fediverse.at("parley.test");
  private final Person ida = fediverse.person("ida", "parley.test");
  private final Outsider pond = fediverse.outsider("pond.test");
  private final String otto = pond.actor("otto");
  private final String ottoName = "@otto@" + pond.authority();
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();

  private interface Deed {
    Object done();
  }

  /** All that has left, by names, as it left. */
  Map<String, ObjectNode> lived() {
    profile();
    acquaintance();
    notes();
    replies();
    polls();
    quotes();
    community();
    reactions();
    events();
    changes();
    quarrel();
    farewell();
    return documents;
  }

  @Override
  public void close() {
    fediverse.close();
  }

  /** What the deed sends first of this type. */
  private void sends(String name, String type, Deed deed) {
    int before = pond.inbox().size();
    deed.done();
    fediverse.settle();
    List<String> others = new ArrayList<>();
    for (JsonNode sent : pond.inbox().subList(before, pond.inbox().size())) {
      if (sent.path("type").asString().equals(type)) {
        documents.put(name, (ObjectNode) sent);
        return;
      }
      others.add(sent.path("type").asString());
    }
    throw new AssertionError(name + " was not sent, but " + others);
  }

  private void comes(ObjectNode activity) {
    if (pond.send(parley, activity) != 202) throw new AssertionError("not taken: " + activity);
    fediverse.settle();
  }

  private String account(String address) {
    return ACCOUNTS + ida.idOf(address) + "/";
  }

  private ObjectNode document(String iri) {
    return (ObjectNode) parley.document(iri).json();
  }

  private void profile() {
    ida.profile(
        "display_name", "Ida",
        "note", "Grows beans.",
        "discoverable", "true",
        "indexable", "true",
        "fields_attributes[0][name]", "Garden",
        "fields_attributes[0][value]", "https://beans.test/");
    parley
        .client()
        .upload(
            "PATCH",
            ACCOUNTS + "update_credentials",
            ida.token(),
            "avatar",
            Pictures.png(64, 64),
            "avatar_description",
            "Ida with a hat");
    Person admin = parley.staff("root", Role.ADMIN);
    parley
        .client()
        .upload(
            "/api/v1/pleroma/emoji/packs/files?name=garden",
            admin.token(),
            Pictures.png(64, 64),
            "shortcode",
            "bean");
  }

  private void acquaintance() {
    sends("follow", "Follow", () -> ida.post(account(otto) + "follow"));
    comes(pond.activity("Accept", "/accepts/1", otto, documents.get("follow")));
    ObjectNode back = pond.activity("Follow", "/follows/1", otto, ida.iri());
    sends("accept-follow", "Accept", () -> pond.send(parley, back));
    sends("update-person", "Update", () -> ida.profile("note", "Grows beans and peas."));
    documents.put("person", document(ida.iri()));
    documents.put("instance", document(parley.settings().at("/actor").value()));
  }

  private void notes() {
    sends("create-note", "Create", () -> ida.write("I grow beans."));
    sends("create-note-unlisted", "Create", () -> ida.write("Quiet", "visibility", "unlisted"));
    sends("create-note-followers", "Create", () -> ida.write("Friends", "visibility", "private"));
    sends(
        "create-note-direct",
        "Create",
        () -> ida.write(ottoName + " For you", "visibility", "direct"));
    String picture = ida.upload(Pictures.png(320, 240), "A bean in the sun");
    sends(
        "create-note-full",
        "Create",
        () ->
            ida.write(
                "**Look** " + ottoName + " #beans :bean:",
                "content_type",
                "text/markdown",
                "spoiler_text",
                "vegetables",
                "sensitive",
                "true",
                "language",
                "en",
                "media_ids[]",
                picture));
  }

  private ObjectNode ottosNote(String path, String text) {
    ObjectNode note = pond.note(path, otto, text, ida.iri());
    pond.serve(path, note);
    return note;
  }

  private Status written(ObjectNode note) {
    comes(pond.create(note));
    return ida.find(note.path("id").asString(), false).orElseThrow();
  }

  private void replies() {
    Status theirs = written(ottosNote("/notes/1", "How are the beans?"));
    sends(
        "create-note-reply",
        "Create",
        () -> ida.write(ottoName + " Lovely", "in_reply_to_id", theirs.id()));
    sends("announce", "Announce", () -> ida.boost(theirs));
    sends("undo-announce", "Undo", () -> ida.act("unreblog", theirs));
  }

  private void polls() {
    sends(
        "create-question",
        "Create",
        () ->
            ida.write(
                "Which?",
                "poll[options][]",
                "Beans",
                "poll[options][]",
                "Peas",
                "poll[expires_in]",
                "3600"));
    ObjectNode question = ottosNote("/questions/1", "And you?").put("type", "Question");
    for (String option : List.of("Beans", "Peas")) {
      ObjectNode one = question.withArray("oneOf").addObject();
      one.put("type", "Note").put("name", option);
      one.putObject("replies").put("type", "Collection").put("totalItems", 0);
    }
    question.put("endTime", fediverse.clock().instant().plus(Duration.ofHours(1)).toString());
    Status poll = written(question);
    sends(
        "create-vote",
        "Create",
        () -> {
          ida.vote(poll, 0);
          return poll;
        });
  }

  private void quotes() {
    Status own = ida.write("Quote me");
    fediverse.settle();
    sends("create-note-quote", "Create", () -> ida.write("So true", "quoted_status_id", own.id()));
    ObjectNode note = ottosNote("/notes/2", "Ask before you quote me");
    note.putObject("interactionPolicy")
        .putObject("canQuote")
        .putArray("automaticApproval")
        .add("https://www.w3.org/ns/activitystreams#Public");
    Status theirs = written(note);
    sends(
        "quote-request",
        "QuoteRequest",
        () -> ida.write("May I?", "quoted_status_id", theirs.id()));
    ObjectNode instrument = pond.note("/notes/3", otto, "Look what she said", ida.iri());
    pond.serve("/notes/3", instrument.put("quote", own.uri()));
    ObjectNode request = pond.activity("QuoteRequest", "/requests/1", otto, own.uri());
    request.set("instrument", instrument);
    sends("accept-quote-request", "Accept", () -> pond.send(parley, request));
  }

  private void community() {
    String knots = pond.actor("knots");
    ObjectNode group = (ObjectNode) Json.parse(pond.served("/knots"));
    pond.serve("/knots", group.put("type", "Group").put("postingRestrictedToMods", false));
    sends(
        "create-page",
        "Create",
        () -> ida.write("Best rope? @knots@" + pond.authority() + "\n\nWhich one holds?"));
    ObjectNode submission = ottosNote("/notes/4", "A new knot").put("audience", knots);
    submission.withArray("to").add(knots);
    Status theirs = written(submission);
    sends(
        "create-note-in-community",
        "Create",
        () -> ida.write("It holds", "in_reply_to_id", theirs.id()));
    sends(
        "dislike",
        "Dislike",
        () -> ida.post("/api/friendica/statuses/" + theirs.id() + "/dislike"));
    sends(
        "undo-dislike",
        "Undo",
        () -> ida.post("/api/friendica/statuses/" + theirs.id() + "/undislike"));
  }

  private void reactions() {
    Status theirs = written(ottosNote("/notes/5", "Do you like it?"));
    sends("like", "Like", () -> ida.favourite(theirs));
    sends("undo-like", "Undo", () -> ida.act("unfavourite", theirs));
    String reactions = "/api/v1/pleroma/statuses/" + theirs.id() + "/reactions/";
    sends("like-emoji", "Like", () -> reacts(reactions + "%F0%9F%8C%B1"));
    sends("like-custom-emoji", "Like", () -> reacts(reactions + "bean"));
  }

  private void events() {
    Status party = written(event("/events/1").put("joinMode", "free"));
    String joining = "/api/v1/pleroma/events/" + party.id();
    sends("join", "Join", () -> ida.post(joining + "/join"));
    sends("leave", "Leave", () -> ida.post(joining + "/leave"));
    Status walk = written(event("/events/2"));
    String coming = "/api/v1/pleroma/events/" + walk.id();
    sends("accept-event", "Accept", () -> ida.post(coming + "/join"));
    sends("undo-accept-event", "Undo", () -> ida.post(coming + "/leave"));
  }

  private ObjectNode event(String path) {
    return ottosNote(path, "Come along")
        .put("type", "Event")
        .put("name", "In the garden")
        .put("startTime", fediverse.clock().instant().plus(Duration.ofDays(7)).toString());
  }

  private JsonNode reacts(String path) {
    return parley.client().send("PUT", path, null, null, ida.token()).json();
  }

  private void changes() {
    Status post = ida.write("As it was");
    fediverse.settle();
    sends("add-pin", "Add", () -> ida.act("pin", post));
    sends("remove-pin", "Remove", () -> ida.act("unpin", post));
    sends("update-note", "Update", () -> ida.edit(post, "As it is"));
    sends(
        "delete-note",
        "Delete",
        () -> {
          ida.delete(post);
          return post;
        });
  }

  private void quarrel() {
    String nils = pond.actor("nils");
    Status rude = written(ottosNote("/notes/6", "Rude words"));
    sends(
        "flag",
        "Flag",
        () ->
            ida.post(
                "/api/v1/reports",
                "account_id",
                ida.idOf(otto),
                "status_ids[]",
                rude.id(),
                "comment",
                "rude",
                "forward",
                "true"));
    sends("block", "Block", () -> ida.post(account(nils) + "block"));
    sends("undo-block", "Undo", () -> ida.post(account(nils) + "unblock"));
    ida.profile("locked", "true");
    comes(pond.activity("Follow", "/follows/2", nils, ida.iri()));
    sends(
        "reject-follow",
        "Reject",
        () -> ida.post("/api/v1/follow_requests/" + ida.idOf(nils) + "/reject"));
    sends("undo-follow", "Undo", () -> ida.post(account(otto) + "unfollow"));
  }

  private void farewell() {
    pond.actor("ida");
    ObjectNode fresh = (ObjectNode) Json.parse(pond.served("/ida"));
    fresh.putArray("alsoKnownAs").add(ida.iri());
    pond.serve("/ida", fresh);
    sends(
        "move",
        "Move",
        () ->
            ida.post(
                "/api/pleroma/move_account",
                "password",
                Instance.PASSWORD,
                "target_account",
                "ida@" + pond.authority()));
    sends(
        "delete-person",
        "Delete",
        () -> ida.post("/api/pleroma/delete_account", "password", Instance.PASSWORD));
  }
}
