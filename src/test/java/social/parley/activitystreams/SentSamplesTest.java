package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

/** What we send, member for member, as the approved files under wire/parley have it. */
class SentSamplesTest {
  private static final Iri IDA = iri("/users/ida");
  private static final Iri FOLLOWERS = iri("/users/ida/followers");
  private static final Iri OTTO = new Iri("https://pond.test/users/otto");
  private static final Instant WHEN = Instant.parse("2026-02-03T04:05:06Z");

  private static Iri iri(String path) {
    return new Iri("https://parley.test" + path);
  }

  private static void assertApproved(String name, Thing thing) throws Exception {
    ObjectNode written = ActivityWriter.write(thing);
    WireRules.check(written);
    written.remove("@context");
    try (InputStream in =
        SentSamplesTest.class.getResourceAsStream("/wire/parley/" + name + ".json")) {
      assertThat(in).as("approved " + name + ", else: " + written.toPrettyString()).isNotNull();
      assertThat(written.toPrettyString())
          .isEqualTo(Json.parse(Objects.requireNonNull(in).readAllBytes()).toPrettyString());
    }
  }

  private static ObjectBuilder post(ObjectKind kind, String path) {
    return ObjectDocument.of(kind, iri(path))
        .attributedTo(IDA)
        .audience(Audience.everyone(FOLLOWERS))
        .published(WHEN)
        .url(iri("/@ida/1"));
  }

  private static Activity create(ObjectDocument object) {
    Envelope envelope =
        Envelope.of(new Iri(object.id() + "/activity"), IDA, object.audience()).withPublished(WHEN);
    return new Activity.Create(envelope, Ref.of(object));
  }

  @Test
  void actor() throws Exception {
    assertApproved(
        "actor",
        ActorDocument.of(ActorType.PERSON, IDA, "ida", iri("/users/ida/inbox"))
            .name("Ida")
            .summary("<p>Grows beans.</p>")
            .outbox(iri("/users/ida/outbox"))
            .followers(FOLLOWERS)
            .following(iri("/users/ida/following"))
            .featured(iri("/users/ida/featured"))
            .sharedInbox(iri("/inbox"))
            .url(iri("/@ida"))
            .keys(
                List.of(
                    PublicKeyDocument.pem(iri("/users/ida#main-key"), IDA, "PEM"),
                    PublicKeyDocument.multikey(iri("/users/ida#ed25519-key"), IDA, "z6Mk")))
            .icon(ImageDocument.of(iri("/media/1.png"), "image/png"))
            .fields(List.of(new PropertyValue("Garden", "beans.test")))
            .discoverable(true)
            .alsoKnownAs(List.of(OTTO))
            .published(WHEN)
            .webfinger("ida@parley.test")
            .build());
  }

  @Test
  void note() throws Exception {
    assertApproved(
        "create-note",
        create(
            post(ObjectKind.NOTE, "/posts/1")
                .audience(Audience.everyone(FOLLOWERS).alsoCc(OTTO))
                .summary("beans")
                .sensitive(true)
                .content("<p>Look, @otto #beans</p>")
                .language("en")
                .source(new Source("Look, @otto@pond.test #beans", Source.MARKDOWN))
                .inReplyTo(new Iri("https://pond.test/notes/8"))
                .conversation(iri("/conversations/1"))
                .context(iri("/conversations/1"))
                .tags(
                    List.of(
                        new MentionTag(OTTO, "@otto@pond.test"),
                        new HashtagTag(iri("/tags/beans"), "#beans"),
                        new EmojiTag(iri("/emoji/1"), ":b:", iri("/e.png"), "image/png", WHEN)))
                .attachments(
                    List.of(
                        new Attachment(
                            "Image",
                            iri("/m.jpg"),
                            "image/jpeg",
                            "A bean",
                            "UBL",
                            1200,
                            800,
                            new FocalPoint(-0.5, 0.25),
                            null,
                            null,
                            null)))
                .build()));
  }

  @Test
  void poll() throws Exception {
    List<PollOption> options = List.of(new PollOption("Beans", 9L), new PollOption("Peas", null));
    assertApproved(
        "create-question",
        create(
            post(ObjectKind.QUESTION, "/posts/2")
                .content("<p>Which?</p>")
                .poll(new PollDocument(true, options, WHEN, false, null, 9L))
                .build()));
  }

  @Test
  void quoteUnderEveryName() throws Exception {
    assertApproved(
        "quote",
        post(ObjectKind.NOTE, "/posts/3")
            .audience(Audience.quiet(FOLLOWERS))
            .content("<p>So true</p>")
            .quote(new Iri("https://pond.test/notes/9"))
            .quoteAuthorization(new Iri("https://pond.test/approvals/1"))
            .build());
  }

  @Test
  void vote() throws Exception {
    assertApproved(
        "create-vote",
        create(
            ObjectDocument.of(ObjectKind.NOTE, iri("/votes/1"))
                .attributedTo(IDA)
                .audience(Audience.to(OTTO))
                .name("Beans")
                .inReplyTo(new Iri("https://pond.test/questions/1"))
                .build()));
  }

  @Test
  void acceptOfAFollow() throws Exception {
    var follow =
        new Activity.Follow(
            Envelope.of(new Iri("https://pond.test/follows/1"), OTTO, Audience.NONE), Ref.of(IDA));
    assertApproved(
        "accept",
        new Activity.Accept(
            Envelope.of(iri("/accepts/1"), IDA, Audience.to(OTTO)), Ref.of(follow)));
  }

  @Test
  void undoOfABoost() throws Exception {
    Envelope envelope = Envelope.of(iri("/boosts/1"), IDA, Audience.everyone(FOLLOWERS));
    var boost = new Activity.Announce(envelope, Ref.of(new Iri("https://pond.test/notes/9")));
    assertApproved(
        "undo-announce",
        new Activity.Undo(
            Envelope.of(iri("/boosts/1/undo"), IDA, envelope.audience()), Ref.of(boost)));
  }

  @Test
  void deletionWithATombstone() throws Exception {
    assertApproved(
        "delete",
        new Activity.Delete(
            Envelope.of(iri("/posts/1/delete"), IDA, Audience.to(Audience.PUBLIC)),
            Ref.of(Tombstone.of(iri("/posts/1")))));
  }

  @Test
  void reportOfSeveralThings() throws Exception {
    assertApproved(
        "flag",
        new Activity.Flag(
            Envelope.of(iri("/reports/1"), iri("/actor"), Audience.NONE).withContent("rude"),
            List.of(Ref.of(OTTO), Ref.of(new Iri("https://pond.test/notes/9")))));
  }

  @Test
  void reactionAsALike() throws Exception {
    assertApproved(
        "like",
        new Activity.Like(
            Envelope.of(iri("/likes/1"), IDA, Audience.to(OTTO)).withContent("🌱"),
            Ref.of(new Iri("https://pond.test/notes/9"))));
  }

  @Test
  void anythingWordForWord() {
    ObjectNode foreign = (ObjectNode) Json.parse("{\"type\":\"Page\",\"odd\":[1,null]}");
    var announce =
        new Activity.Announce(
            Envelope.of(iri("/a/1"), IDA, Audience.NONE), Ref.of(Unknown.verbatim(foreign)));
    assertThat(ActivityWriter.write(announce).get("object")).isEqualTo(foreign);
  }

  @Test
  void noHiddenRecipients() {
    Audience hidden = new Audience(List.of(OTTO), List.of(), List.of(IDA), List.of(IDA), List.of());
    var note = ObjectDocument.of(ObjectKind.NOTE, null).audience(hidden).build();
    assertThat(ActivityWriter.write(note).propertyNames()).doesNotContain("bto", "bcc");
  }
}
