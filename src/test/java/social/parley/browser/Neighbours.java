package social.parley.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.fediverse.Outsider;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers of other makes nearby: a forum whose people vote, and somebody who reads books. */
final class Neighbours implements AutoCloseable {
  private final Stage oak;
  private final Member painter;
  private final TestClock clock = new TestClock();
  private final Outsider forum = new Outsider("forum.test", clock);
  private final Outsider library = new Outsider("library.test", clock);
  private int count;

  /** Pictures are those of the painter, who is on another server than oak. */
  Neighbours(Stage oak, Member painter) {
    this.oak = oak;
    this.painter = painter;
    clock.advance(Duration.between(clock.instant(), Instant.now()));
    describe(
        forum,
        "seedlings",
        "Group",
        "Seedlings",
        "From the first leaf to the last frost. Be kind to beginners: we have all sown parsley too"
            + " early.",
        23);
    describe(forum, "rae", "Person", "Rae Holt", "Allotment 14, by the tap.", 25);
    describe(forum, "bo", "Person", "Bo", "", 27);
    describe(
        library,
        "lea",
        "Person",
        "Lea Brandt",
        "Nature writing, and detective novels when it rains.",
        29);
  }

  private void describe(
      Outsider site, String name, String type, String display, String about, int seed) {
    String id = site.actor(name);
    ObjectNode actor = (ObjectNode) Json.parse(site.served("/" + name));
    actor.put("type", type).put("name", display).put("summary", "<p>" + about + "</p>");
    actor.putObject("icon").put("type", "Image").put("url", picture(Painting.portrait(seed)));
    if (type.equals("Group")) {
      byte[] hills = Painting.landscape(seed, 1500, 500);
      actor.putObject("image").put("type", "Image").put("url", picture(hills));
      actor.put("attributedTo", id + "/moderators");
      ObjectNode moderators =
          site.document("OrderedCollection", "/" + name + "/moderators").put("totalItems", 1);
      moderators.putArray("orderedItems").add(site.at("/rae"));
      site.serve("/" + name + "/moderators", moderators);
    }
    site.serve("/" + name, actor);
  }

  private String picture(byte[] content) {
    String id = painter.picture(content, "");
    return painter.get("/api/v1/media/" + id).path("url").asString();
  }

  String community() {
    return "seedlings@" + forum.authority();
  }

  /** Who asks for advice there. */
  String gardener() {
    return "bo@" + forum.authority();
  }

  String reader() {
    return "lea@" + library.authority();
  }

  /** Lets in whoever follows one of them. */
  void befriend() {
    for (Outsider site : List.of(forum, library))
      for (JsonNode follow : List.copyOf(site.inbox()))
        if (follow.path("type").asString().equals("Follow")) {
          String who = follow.path("object").asString();
          tell(site, site.activity("Accept", path("accepts"), who, follow));
        }
  }

  /** Posts in the community, with answers and votes; the address of the first. */
  String submit() {
    String group = forum.at("/seedlings");
    ObjectNode link =
        page(
            "rae",
            "A chart of frost dates for every valley in the country, drawn by a retired"
                + " postman",
            "",
            5);
    link.putArray("attachment")
        .addObject()
        .put("type", "Link")
        .put("href", "https://frost.example/valleys");
    serve(forum, link);
    ObjectNode text =
        page(
            "bo",
            "Leggy tomatoes: is it the light?",
            "<p>Mine are a hand high and lean to the window like a choir. I have tried:</p><ul>"
                + "<li>a lamp</li><li>turning them twice a day</li><li>stern words</li></ul>"
                + "<p>What else?</p>",
            3);
    for (ObjectNode one : List.of(link, text)) announce(group, created(one));
    ObjectNode answer = answer(text, "rae", "Colder nights. Ours stand on the stairs.", 2);
    announce(group, created(answer));
    announce(
        group,
        created(answer(answer, "bo", "The stairs! Of course. Thank you, I will report.", 1)));
    for (int i = 0; i < 17; i++)
      announce(group, forum.activity("Like", path("votes"), forum.at("/u/" + i), id(text)));
    for (int i = 0; i < 3; i++)
      announce(group, forum.activity("Dislike", path("votes"), forum.at("/v/" + i), id(text)));
    return id(text);
  }

  private ObjectNode page(String author, String title, String text, int hours) {
    ObjectNode page =
        forum
            .note(path("posts"), forum.at("/" + author), text, forum.at("/seedlings"))
            .put("type", "Page")
            .put("name", title)
            .put("content", text)
            .put("audience", forum.at("/seedlings"))
            .put("published", Instant.now().minus(Duration.ofHours(hours)).toString());
    serve(forum, page);
    return page;
  }

  private ObjectNode answer(ObjectNode to, String author, String text, int hours) {
    ObjectNode note =
        forum
            .note(path("comments"), forum.at("/" + author), text, forum.at("/seedlings"))
            .put("audience", forum.at("/seedlings"))
            .put("inReplyTo", id(to))
            .put("published", Instant.now().minus(Duration.ofHours(hours)).toString());
    serve(forum, note);
    return note;
  }

  private ObjectNode created(ObjectNode object) {
    return forum.create(object);
  }

  private void announce(String group, JsonNode what) {
    ObjectNode announce = forum.activity("Announce", path("announces"), group, what);
    announce.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    tell(forum, announce);
  }

  /** A review with stars and a cover, and a passage; the address of the review. */
  String review() {
    ObjectNode passage =
        book("quotation", "<p>Page 32. I read it aloud to the kettle.</p>", 4)
            .put("type", "Quotation")
            .put("quote", "<p>It is worth ascending unexpected heights.</p>");
    ObjectNode review =
        book(
                "review",
                "<p>A book about going into a mountain rather than up it. Nothing happens, and I"
                    + " held my breath.</p><p>Read it slowly; it was written slowly, and then lay"
                    + " in a drawer for thirty years.</p>",
                2)
            .put("type", "Review")
            .put("name", "Into, not up")
            .put("rating", 4.5);
    review
        .putArray("attachment")
        .addObject()
        .put("type", "Image")
        .put("mediaType", "image/png")
        .put("url", picture(Painting.landscape(35, 420, 640)))
        .put("name", "Nan Shepherd: The Living Mountain (paperback, 2011)");
    for (ObjectNode one : List.of(passage, review)) {
      serve(library, one);
      tell(library, library.create(one));
    }
    return id(review);
  }

  private ObjectNode book(String kind, String text, int hours) {
    ObjectNode post =
        library
            .note(path(kind), library.at("/lea"), text)
            .put("content", text)
            .put("inReplyToBook", library.at("/book/3"))
            .put("published", Instant.now().minus(Duration.ofHours(hours)).toString());
    post.putArray("tag")
        .addObject()
        .put("type", "Edition")
        .put("name", "The Living Mountain")
        .put("href", library.at("/book/3"));
    return post;
  }

  private static String id(JsonNode document) {
    return document.path("id").asString();
  }

  private static void serve(Outsider site, ObjectNode document) {
    site.serve(id(document).substring(site.at("").length()), document);
  }

  private String path(String kind) {
    return "/" + kind + "/" + ++count;
  }

  private void tell(Outsider site, ObjectNode activity) {
    String body = activity.toString();
    String signer = activity.path("actor").asString();
    var signed = site.signed(new Iri(oak.url() + "/inbox"), body, signer);
    // Under its own name a browser finds the server, the rest of Java does not.
    int status = Outsider.tell("http://localhost:" + oak.server().port() + "/inbox", body, signed);
    if (status != 202) throw new IllegalStateException(status + " for " + body);
  }

  @Override
  public void close() {
    forum.close();
    library.close();
  }
}
