package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Iri;

/** Documents as other software sends them become the records that the features expect. */
class WireSamplesTest {
  private static final Instant FEBRUARY = Instant.parse("2026-02-03T04:05:06Z");
  private static final Iri BEAN = new Iri("https://mammoth.test/users/ida/statuses/41");

  private static byte[] bytes(String name) {
    try (InputStream in = WireSamplesTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Thing read(String name) {
    return ActivityReader.read(bytes(name));
  }

  private static ActorDocument actor(String name) {
    return (ActorDocument) read(name);
  }

  private static ObjectDocument object(String name) {
    Thing thing = read(name);
    return (ObjectDocument) (thing instanceof Activity activity ? activity.objectThing() : thing);
  }

  private static String value(Iri iri) {
    return iri.value();
  }

  @Test
  void mastodonActor() {
    ActorDocument ida = actor("mastodon/actor");
    assertThat(ida.preferredUsername()).isEqualTo("ida");
    assertThat(ida.deliveryInbox()).hasToString("https://mammoth.test/inbox");
    assertThat(ida.featured()).hasToString("https://mammoth.test/users/ida/collections/featured");
    assertThat(ida.featuredTags()).hasToString("https://mammoth.test/users/ida/collections/tags");
    assertThat(ida.manuallyApprovesFollowers()).isTrue();
    assertThat(ida.discoverable()).isFalse();
    assertThat(ida.indexable()).isNull();
    assertThat(ida.alsoKnownAs())
        .extracting(WireSamplesTest::value)
        .containsExactly("https://old.test/users/ida");
    assertThat(ida.movedTo()).hasToString("https://new.test/users/ida");
    assertThat(ida.emoji()).extracting(EmojiTag::shortcode).containsExactly("sprout");
    assertThat(ida.fields()).extracting(PropertyValue::name).containsExactly("Garden");
    assertThat(ida.icon()).extracting(ImageDocument::name).isEqualTo("Ida with a hat");
    assertThat(ida.keys()).singleElement().extracting(PublicKeyDocument::owner).isEqualTo(ida.id());
    assertThat(ida.webfinger()).isEqualTo("ida@mammoth.test");
  }

  @Test
  void mastodonNote() {
    ObjectDocument note = object("mastodon/create-note");
    assertThat(note.kind()).isEqualTo(ObjectKind.NOTE);
    assertThat(note.author()).hasToString("https://mammoth.test/users/ida");
    assertThat(note.audience().isPublic()).isTrue();
    assertThat(note.published()).isEqualTo(FEBRUARY);
    assertThat(note.updated()).isEqualTo(FEBRUARY.plusSeconds(3294));
    assertThat(note.language()).isEqualTo("de");
    assertThat(note.sensitive()).isTrue();
    assertThat(note.page()).hasToString("https://mammoth.test/@ida/41");
    assertThat(note.conversation())
        .hasToString("tag:mammoth.test,2026-02-03:objectId=1:objectType=Conversation");
    assertThat(note.mentions()).extracting(MentionTag::name).containsExactly("@otto@pond.test");
    assertThat(note.hashtags()).extracting(HashtagTag::name).containsExactly("#beans");
    assertThat(note.interactionPolicy()).isNotNull();
    assertThat(note.likes()).extracting(Ref::thing).extracting("totalItems").isEqualTo(3L);
    Attachment bean = note.attachments().getFirst();
    assertThat(bean.focalPoint()).isEqualTo(new FocalPoint(-0.5, 0.25));
    assertThat(bean.width()).isEqualTo(1200);
    assertThat(bean.blurhash()).startsWith("UBL_");
    assertThat(bean.name()).isEqualTo("A bean");
  }

  @Test
  void mastodonPoll() {
    PollDocument poll = Objects.requireNonNull(object("mastodon/update-question").poll());
    assertThat(poll.multiple()).isFalse();
    assertThat(poll.closed()).isTrue();
    assertThat(poll.endTime()).isEqualTo(poll.closedAt());
    assertThat(poll.votersCount()).isEqualTo(12);
    assertThat(poll.options())
        .containsExactly(new PollOption("Beans", 9L), new PollOption("Peas", 3L));
  }

  @Test
  void mastodonQuoteCountsBeforeAllOthersEvenAsATombstone() {
    ObjectDocument note = object("mastodon/quote");
    assertThat(note.quote()).hasToString("https://pond.test/notes/9");
    assertThat(note.quoteAuthorization()).hasToString("https://pond.test/approvals/1");
  }

  @Test
  void misskeyNote() {
    ObjectDocument note = object("misskey/create-note");
    assertThat(note.source()).isEqualTo(new Source("$[jelly wobble]", Source.MFM));
    assertThat(note.quote()).isEqualTo(BEAN);
    assertThat(note.inReplyTo()).isNull();
    assertThat(note.published()).isEqualTo(FEBRUARY.plusMillis(789));
    assertThat(note.mentions().getFirst().href()).hasToString("https://mammoth.test/users/ida");
    assertThat(note.emoji().getFirst().mediaType()).isEqualTo("image/webp");
  }

  @Test
  void misskeyReaction() {
    var like = (Activity.Like) read("misskey/like-with-reaction");
    assertThat(like.envelope().content()).isEqualTo(":fish:");
    assertThat(like.envelope().tags()).singleElement().isInstanceOf(EmojiTag.class);
    assertThat(like.objectId()).isEqualTo(BEAN);
    assertThat(like.audience()).isEqualTo(Audience.NONE);
  }

  @Test
  void misskeyEndlessPoll() {
    PollDocument poll = Objects.requireNonNull(object("misskey/endless-poll").poll());
    assertThat(poll.multiple()).isTrue();
    assertThat(poll.endTime()).isNull();
    assertThat(poll.options()).extracting(PollOption::votes).containsExactly(4L, 0L);
  }

  @Test
  void akkomaReactsWithoutColons() {
    var react = (Activity.EmojiReact) read("akkoma/emoji-react");
    assertThat(react.envelope().content()).isEqualTo("blob");
    assertThat(react.envelope().tags()).singleElement().isInstanceOf(EmojiTag.class);
  }

  @Test
  void akkomaNote() {
    ObjectDocument note = object("akkoma/note");
    assertThat(note.audience().isQuiet()).isTrue();
    assertThat(note.source()).isEqualTo(new Source("hm", null));
    assertThat(note.quote()).hasToString("https://kelp.test/notes/a1");
    assertThat(note.attachments().getFirst().url()).hasToString("https://aster.test/media/x.mp3");
    assertThat(note.published()).isEqualTo(FEBRUARY.plusNanos(1000));
  }

  @Test
  void gotosocialVotesComeSeveralAtOnce() {
    var create = (Activity.Create) read("gotosocial/create-votes");
    assertThat(create.objects())
        .extracting(Ref::thing)
        .allSatisfy(vote -> assertThat(((ObjectDocument) vote).isPollVote()).isTrue())
        .extracting("name")
        .containsExactly("Beans", "Peas");
  }

  @Test
  void gotosocialWritesSingleValues() {
    ObjectDocument note = object("gotosocial/note");
    assertThat(note.audience().isPublic()).isTrue();
    assertThat(note.hashtags()).hasSize(1);
    assertThat(note.attachments().getFirst().name()).isEqualTo("moss");
    assertThat(note.published()).isEqualTo(FEBRUARY);
    assertThat(note.replies())
        .extracting(Ref::iri)
        .hasToString("https://goblin.test/users/tove/statuses/3/replies");
  }

  @Test
  void gotosocialDeletesWithoutId() {
    var delete = (Activity.Delete) read("gotosocial/delete");
    assertThat(delete.id()).isNull();
    assertThat(delete.objectId()).hasToString("https://goblin.test/users/tove/statuses/3");
  }

  @Test
  void gotosocialGivesAStubForItsKey() {
    assertThat(read("gotosocial/stub-actor")).isInstanceOf(Unknown.class);
    assertThat(ActivityReader.readKeys(read("gotosocial/stub-actor").raw()))
        .singleElement()
        .satisfies(
            key -> assertThat(key.id()).hasToString("https://goblin.test/users/tove/main-key"))
        .satisfies(key -> assertThat(key.owner()).hasToString("https://goblin.test/users/tove"));
  }

  @Test
  void pixelfedPhoto() {
    ObjectDocument photo = object("pixelfed/create-photo");
    assertThat(photo.attachments()).hasSize(1);
    assertThat(photo.hashtags()).hasSize(1);
    assertThat(photo.location()).extracting(PlaceDocument::latitude).isEqualTo(53.07);
    assertThat(photo.raw().get("capabilities").isObject()).isTrue();
  }

  @Test
  void peertubeVideo() {
    ObjectDocument video = object("peertube/create-video");
    assertThat(video.kind()).isEqualTo(ObjectKind.VIDEO);
    assertThat(video.duration()).isEqualTo(Duration.ofHours(1).plusMinutes(2).plusSeconds(3));
    assertThat(video.attributedTo()).hasSize(2);
    assertThat(video.language()).isEqualTo("fr");
    assertThat(video.page()).hasToString("https://reel.test/w/u1");
    assertThat(video.url()).extracting(LinkDocument::size).contains(4_000_000_000L);
    assertThat(video.url().getLast().raw().get("tag").size()).isEqualTo(3);
    assertThat(video.raw().get("uuid").stringValue()).isEqualTo("u1");
    assertThat(video.icon()).extracting(ImageDocument::width).isEqualTo(280);
  }

  @Test
  void funkwhaleAudio() {
    ObjectDocument audio = object("funkwhale/create-audio");
    assertThat(audio.duration()).isEqualTo(Duration.ofMillis(207_500));
    assertThat(audio.url()).extracting(LinkDocument::mediaType).containsExactly("audio/ogg");
  }

  @Test
  void lemmyAnnouncesActivities() {
    var announce = (Activity.Announce) read("lemmy/announce-create-page");
    assertThat(announce.inner()).isInstanceOf(Activity.Create.class);
    var page = (ObjectDocument) Objects.requireNonNull(announce.inner()).objectThing();
    assertThat(Objects.requireNonNull(page).kind()).isEqualTo(ObjectKind.PAGE);
    assertThat(page.name()).isEqualTo("Best rope?");
    assertThat(page.audience().audience())
        .extracting(WireSamplesTest::value)
        .containsExactly("https://lemming.test/c/knots");
    assertThat(page.attachments().getFirst().isLink()).isTrue();
    assertThat(page.attachments().getFirst().url()).hasToString("https://rope.test/");
    assertThat(page.source()).isEqualTo(new Source("Which?", Source.MARKDOWN));
    assertThat(page.language()).isEqualTo("en");
  }

  @Test
  void lemmyGroup() {
    ActorDocument group = actor("lemmy/group");
    assertThat(group.actorType()).isEqualTo(ActorType.GROUP);
    assertThat(group.attributedTo())
        .extracting(WireSamplesTest::value)
        .containsExactly("https://lemming.test/c/knots/moderators");
    assertThat(group.following()).isNull();
  }

  @Test
  void lemmyBlockEndsUnderAnotherName() {
    var block = (Activity.Block) read("lemmy/block");
    assertThat(block.envelope().target())
        .extracting(Ref::iri)
        .hasToString("https://lemming.test/c/knots");
    assertThat(block.raw().get("endTime").stringValue()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(block.raw().get("removeData").booleanValue()).isTrue();
  }

  @Test
  void mbinLinkIsNoSource() {
    ObjectDocument page = object("mbin/create-page");
    assertThat(page.source()).isNull();
    assertThat(page.attachments().getFirst().url()).hasToString("https://wren.test/");
    assertThat(page.content()).isNull();
  }

  @Test
  void piefedRepliesAreAnArray() {
    ObjectDocument note = object("piefed/note-with-replies");
    assertThat(note.language()).isNull();
    var replies = (CollectionDocument) Objects.requireNonNull(note.replies()).thing();
    assertThat(Objects.requireNonNull(replies).items()).hasSize(1);
  }

  @Test
  void piefedAnnouncesSeveralAtOnce() {
    assertThat(((Activity) read("piefed/announce-batch")).objects())
        .extracting(Ref::thing)
        .hasExactlyElementsOfTypes(Activity.Like.class, Activity.Dislike.class);
  }

  @Test
  void hubzillaWritesTheActorOut() {
    var create = (Activity.Create) read("hubzilla/create-inline-actor");
    assertThat(create.actor()).hasToString("https://hub.test/channel/zo");
    ActorDocument zo = Objects.requireNonNull(create.envelope().embeddedActor());
    assertThat(zo.url()).hasToString("https://hub.test/channel/zo");
    assertThat(object("hubzilla/create-inline-actor").author()).isEqualTo(zo.id());
  }

  @Test
  void bookwyrmReviewKeepsWhatHasNoField() {
    ObjectDocument review = object("bookwyrm/review");
    assertThat(review.kind()).isEqualTo(ObjectKind.REVIEW);
    assertThat(review.raw().get("rating").doubleValue()).isEqualTo(3.5);
    assertThat(ActivityWriter.write(review).get("inReplyToBook").stringValue())
        .isEqualTo("https://shelf.test/book/3");
  }

  @Test
  void ghostArticle() {
    ObjectDocument article = object("ghost/create-article");
    assertThat(article.audience().isPublic()).isTrue();
    assertThat(article.image())
        .extracting(ImageDocument::url)
        .hasToString("https://boo.test/boo.png");
  }

  @Test
  void mobilizonEvent() {
    ObjectDocument event = object("mobilizon/create-event");
    assertThat(event.kind()).isEqualTo(ObjectKind.EVENT);
    assertThat(event.startTime()).isEqualTo("2026-06-01T10:00:00Z");
    assertThat(event.endTime()).isEqualTo("2026-06-01T12:00:00Z");
    assertThat(event.location()).extracting(PlaceDocument::name).isEqualTo("Barn");
    // The person wrote it, for the group that it is attributed to.
    assertThat(event.author()).hasToString("https://fair.test/@nils");
    assertThat(event.attachments())
        .extracting(Attachment::name)
        .containsExactly("Banner", "Website");
  }

  @Test
  void threadsQuotesByTag() {
    ObjectDocument note = object("threads/note");
    assertThat(note.quote()).isEqualTo(BEAN);
    assertThat(note.page()).hasToString("https://www.strings.test/@u/post/2");
    assertThat(note.published()).isEqualTo(FEBRUARY);
  }

  @Test
  void mitraHasTwoKindsOfKeys() {
    assertThat(actor("mitra/actor-multikey").keys())
        .extracting(key -> key.pem() != null)
        .containsExactly(true, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mastodon/actor",
        "mastodon/create-note",
        "mastodon/update-question",
        "mastodon/quote",
        "misskey/create-note",
        "misskey/like-with-reaction",
        "misskey/endless-poll",
        "akkoma/emoji-react",
        "akkoma/note",
        "gotosocial/create-votes",
        "gotosocial/note",
        "gotosocial/delete",
        "pixelfed/create-photo",
        "peertube/create-video",
        "funkwhale/create-audio",
        "lemmy/announce-create-page",
        "lemmy/group",
        "lemmy/block",
        "mbin/create-page",
        "piefed/note-with-replies",
        "piefed/announce-batch",
        "friendica/dislike",
        "hubzilla/create-inline-actor",
        "bookwyrm/review",
        "wordpress/article",
        "ghost/create-article",
        "mobilizon/create-event",
        "threads/note",
        "mitra/actor-multikey"
      })
  void meansTheSameWhenWrittenAgain(String name) {
    Thing thing = read(name);
    Thing again = ActivityReader.read(ActivityWriter.bytes(thing));
    assertThat(Meaning.of(again)).isEqualTo(Meaning.of(thing));
  }
}
