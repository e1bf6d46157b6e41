package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Unreadable;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.fixtures.Fixtures;
import social.parley.jsonld.Json;
import social.parley.media.MediaKind;
import social.parley.media.RemoteFile;
import social.parley.text.HtmlCleaner;

/** How objects of other servers are read as posts. */
class ForeignPostTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Iri FOLLOWERS = new Iri("https://a.example/users/a/followers");

  private static Optional<ForeignPost> read(String type, String members) {
    String document =
        """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"%s",
         "id":"https://a.example/1","attributedTo":"https://a.example/users/a",
         "published":"2026-02-28T10:00:00Z","to":"as:Public"%s}\
        """
            .formatted(type, members.isEmpty() ? "" : "," + members);
    ObjectDocument object = (ObjectDocument) ActivityReader.read(Json.parse(document));
    return ForeignPost.read(object, Audience.NONE, FOLLOWERS, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "Public, '', PUBLIC",
    "'', Public, QUIET",
    "F, '', FOLLOWERS",
    "'', F, FOLLOWERS",
    "https://b.example/b, '', MENTIONED"
  })
  void reachIsReadFromTheAddresses(String to, String cc, Reach expected) {
    assertThat(ForeignPost.reach(Audience.of(iris(to), iris(cc)), FOLLOWERS)).isEqualTo(expected);
  }

  private static List<Iri> iris(String name) {
    return switch (name) {
      case "" -> List.of();
      case "Public" -> List.of(Audience.PUBLIC);
      case "F" -> List.of(FOLLOWERS);
      default -> List.of(new Iri(name));
    };
  }

  @Test
  void foreignFollowersAreNotTheAuthorsOwn() {
    Audience audience = Audience.to(new Iri("https://b.example/users/b/followers"));
    assertThat(ForeignPost.reach(audience, FOLLOWERS)).isEqualTo(Reach.MENTIONED);
  }

  @Test
  void aNoteIsCleanedAndItsWarningIsPlain() {
    ForeignPost post =
        read(
                "Note",
                """
                "content":"<p onclick='x()'>Hi <script>bad()</script>you</p>",
                "summary":"<b>Careful</b>","sensitive":true,"language":"en",
                "tag":{"type":"Hashtag","name":"#Cats"}\
                """)
            .orElseThrow();
    assertThat(post.html()).isEqualTo("<p>Hi you</p>");
    assertThat(post.warning()).isEqualTo("Careful");
    assertThat(post.sensitive()).isTrue();
    assertThat(post.language()).isEqualTo("en");
    assertThat(post.tags()).containsExactly("cats");
    assertThat(post.url()).isEqualTo("https://a.example/1");
  }

  @Test
  void anArticleShowsTitleTextAndLink() {
    ForeignPost post =
        read(
                "Article",
                """
                "name":"On <Cats>","summary":"<p>Short.</p>","content":"<p>Very long.</p>",
                "url":"https://a.example/on-cats",
                "image":{"type":"Image","url":"https://a.example/cat.jpg"}\
                """)
            .orElseThrow();
    assertThat(post.kind()).isEqualTo(PostKind.ARTICLE);
    assertThat(post.html())
        .contains("<strong>On &lt;Cats&gt;</strong>")
        .contains("Very long.")
        .contains("href=\"https://a.example/on-cats\"");
    assertThat(post.warning()).isEmpty();
    assertThat(post.files()).extracting(RemoteFile::kind).containsExactly(MediaKind.IMAGE);
    Content.Article article = (Content.Article) stored(post);
    assertThat(article.title()).isEqualTo("On <Cats>");
    assertThat(article.summary()).isEqualTo("<p>Short.</p>");
    assertThat(article.cover()).isEqualTo(new Iri("https://a.example/cat.jpg"));
  }

  @Test
  void whatHasNoNameHereIsKeptAsItIs() {
    ForeignPost post =
        read("Recipe", "\"name\":\"Soup\",\"content\":\"Stir.\",\"url\":\"https://a.example/soup\"")
            .orElseThrow();
    assertThat(post.kind()).isEqualTo(PostKind.UNKNOWN);
    assertThat(post.html()).contains("Soup").contains("Stir.").contains("https://a.example/soup");
    Content.Unknown content = (Content.Unknown) post.content();
    assertThat(content.type()).isEqualTo("Recipe");
    assertThat(content.document().path("name").asString()).isEqualTo("Soup");
    assertThat(stored(post)).isEqualTo(content);
  }

  /** What is read back from the column that it was written to. */
  private static Content stored(ForeignPost post) {
    Content content = ContentColumn.read(post.kind(), ContentColumn.write(post.content()));
    assertThat(content).isEqualTo(post.content());
    return content;
  }

  @Test
  void detailsOfFormerVersionsAreStillRead() {
    String former =
        "{\"title\":\"T\",\"summary\":\"S\",\"link\":\"https://a.example/1\",\"document\":{}}";
    for (PostKind kind : PostKind.values())
      if (ContentColumn.read(kind, former) instanceof Content.Titled titled) {
        assertThat(titled.title()).isEqualTo("T");
        assertThat(titled.link()).isEqualTo(new Iri("https://a.example/1"));
        assertThat(ContentColumn.read(kind, null)).isNotNull();
      }
  }

  @Test
  void aFilmIsPlayedInTheLargestUsualSizeAndKeepsAll() {
    ForeignPost post =
        read(
                "Video",
                """
                "name":"Trees","duration":"PT90S","content":"*Green*","mediaType":"text/markdown",
                "isLiveBroadcast":false,"commentsEnabled":false,"licence":{"name":"CC BY"},
                "icon":[{"type":"Image","url":"https://a.example/s.jpg","width":200},
                  {"type":"Image","url":"https://a.example/l.jpg","width":800}],
                "subtitleLanguage":[{"identifier":"eo","url":"https://a.example/eo.vtt"}],
                "url":[
                  {"type":"Link","mediaType":"text/html","href":"https://a.example/w/1"},
                  {"type":"Link","mediaType":"video/mp4","href":"https://a.example/2160.mp4","height":2160},
                  {"type":"Link","mediaType":"video/mp4","href":"https://a.example/480.mp4","height":480},
                  {"type":"Link","mediaType":"application/x-mpegURL","href":"https://a.example/m.m3u8",
                    "tag":[{"type":"Link","mediaType":"video/mp4","href":"https://a.example/720.mp4",
                      "height":720,"size":5000000000}]},
                  {"type":"Link","mediaType":"application/x-bittorrent","href":"https://a.example/t"}]\
                """)
            .orElseThrow();
    assertThat(post.html()).contains("Trees").contains("<em>Green</em>").contains("/w/1");
    RemoteFile file = post.files().getFirst();
    assertThat(post.files()).hasSize(1);
    assertThat(file.url()).isEqualTo(new Iri("https://a.example/720.mp4"));
    assertThat(file.kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(file.preview()).isEqualTo(new Iri("https://a.example/l.jpg"));
    assertThat(file.duration()).isEqualTo(Duration.ofSeconds(90));
    Content.Video video = (Content.Video) stored(post);
    assertThat(video.versions()).hasSize(4);
    assertThat(video.closed()).isTrue();
    assertThat(video.licence()).isEqualTo("CC BY");
    assertThat(video.captions())
        .containsExactly(new Content.Captions("eo", new Iri("https://a.example/eo.vtt")));
  }

  @Test
  void aSoundIsPlayedAndNamesItsMakers() {
    ForeignPost post =
        read(
                "Audio",
                """
                "name":"Rain","duration":61,"url":[
                  {"type":"Link","mimeType":"audio/ogg","href":"https://a.example/listen/1"},
                  {"type":"Link","mimeType":"text/html","href":"https://a.example/tracks/1"}],
                "track":{"type":"Track","artists":[{"name":"Ada"}],"album":{"name":"Weather"}}\
                """)
            .orElseThrow();
    assertThat(post.files())
        .extracting(RemoteFile::url)
        .containsExactly(new Iri("https://a.example/listen/1"));
    Content.Audio audio = (Content.Audio) stored(post);
    assertThat(audio.artist()).isEqualTo("Ada");
    assertThat(audio.album()).isEqualTo("Weather");
    assertThat(audio.duration()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void aPageLeadsToWhatItShares() {
    ForeignPost post =
        read(
                "Page",
                """
                "name":"Look","content":"<p>Nice</p>","url":"https://a.example/post/1",
                "attachment":[{"type":"Link","href":"https://elsewhere.example/x"}]\
                """)
            .orElseThrow();
    assertThat(post.html()).contains("<a href=\"https://elsewhere.example/x\"").contains("Nice");
    assertThat(post.html()).doesNotContain("/post/1");
    Content.Page page = (Content.Page) stored(post);
    assertThat(page.shared()).isEqualTo(new Iri("https://elsewhere.example/x"));
  }

  @Test
  void anEventSaysWhenAndWhere() {
    ForeignPost post =
        read(
                "Event",
                """
                "name":"Fête","startTime":"2026-05-01T18:00:00Z","endTime":"2026-05-01T20:30:00Z",
                "timezone":"Europe/Paris","joinMode":"free","maximumAttendeeCapacity":50,
                "ical:status":"CONFIRMED","location":[{"type":"Place","name":"Hall",
                  "address":{"type":"PostalAddress","streetAddress":"1 Rue A","addressLocality":"Lyon"},
                  "latitude":45.7,"longitude":4.8},
                  {"type":"VirtualLocation","url":"https://meet.example/1"}]\
                """)
            .orElseThrow();
    assertThat(post.html())
        .contains("2026-05-01 20:00 – 22:30 Europe/Paris")
        .contains("Hall, 1 Rue A, Lyon")
        .contains("https://meet.example/1");
    Content.Event event = (Content.Event) stored(post);
    assertThat(event.start()).isEqualTo(Instant.parse("2026-05-01T18:00:00Z"));
    assertThat(event.capacity()).isEqualTo(50);
    assertThat(event.status()).isEqualTo("confirmed");
    assertThat(event.place())
        .isEqualTo(
            new Content.Place(
                "Hall", "1 Rue A, Lyon", 45.7, 4.8, new Iri("https://meet.example/1")));
  }

  @Test
  void whatIsSaidOfABookNamesIt() {
    ForeignPost post =
        read(
                "Quotation",
                """
                "content":"So true","quote":"<p>Once</p>","rating":3.5,
                "inReplyToBook":"https://a.example/book/1"\
                """)
            .orElseThrow();
    assertThat(post.html())
        .contains("<blockquote><p>Once</p></blockquote>")
        .contains("★★★½☆")
        .contains("So true")
        .contains("href=\"https://a.example/book/1\"");
    Content.Book book = (Content.Book) stored(post);
    assertThat(book.form()).isEqualTo("quotation");
    assertThat(book.rating()).isEqualTo(3.5);
  }

  @Test
  void playlistsAndApprovalsAreNoPosts() {
    assertThat(read("Playlist", "\"name\":\"Best of\"")).isEmpty();
    assertThat(read("LikeApproval", "")).isEmpty();
  }

  @Test
  void aTimeInTheFutureIsNow() {
    ObjectDocument note =
        ObjectDocument.of(ObjectKind.NOTE, new Iri("https://a.example/1"))
            .content("x")
            .published(NOW.plusSeconds(1000))
            .build();
    ForeignPost post = ForeignPost.read(note, Audience.NONE, null, NOW).orElseThrow();
    assertThat(post.published()).isEqualTo(NOW);
  }

  /** Documents of some thirty kinds of servers; none may make the reading fail. */
  @Test
  void recordedDocumentsCanAllBeRead() {
    int posts = 0;
    for (Fixtures.Entry entry : Fixtures.index()) {
      if (!entry.path().endsWith(".json")) continue;
      for (ObjectDocument document : objects(Fixtures.bytes(entry.path()))) {
        Optional<ForeignPost> post = ForeignPost.read(document, Audience.NONE, FOLLOWERS, NOW);
        if (post.isEmpty()) continue;
        posts++;
        assertThat(HtmlCleaner.clean(post.get().html()))
            .as(entry.path())
            .isEqualTo(post.get().html());
        post.get().pollOf(new PostId(1));
      }
    }
    assertThat(posts).isGreaterThan(100);
  }

  private static List<ObjectDocument> objects(byte[] bytes) {
    Thing thing;
    try {
      thing = ActivityReader.read(bytes);
    } catch (Unreadable notADocument) {
      return List.of();
    }
    if (thing instanceof ObjectDocument object) return List.of(object);
    if (!(thing instanceof Activity activity)) return List.of();
    return activity.objects().stream()
        .map(Ref::thing)
        .filter(ObjectDocument.class::isInstance)
        .map(ObjectDocument.class::cast)
        .toList();
  }

  @Test
  void aPollIsReadWithItsCounts() {
    ForeignPost post =
        read(
                "Question",
                """
                "content":"Well?","endTime":"2026-03-02T12:00:00Z","votersCount":3,"oneOf":[
                 {"type":"Note","name":"Yes","replies":{"type":"Collection","totalItems":2}},
                 {"type":"Note","name":"No","replies":{"type":"Collection","totalItems":1}}]\
                """)
            .orElseThrow();
    Poll poll = post.pollOf(new PostId(1));
    assertThat(poll.options()).containsExactly(new Poll.Option("Yes", 2), new Poll.Option("No", 1));
    assertThat(poll.voters()).isEqualTo(3);
    assertThat(poll.isOver(NOW)).isFalse();
    assertThat(poll.hidesTotals(NOW)).isFalse();
  }

  @Test
  void filesAreToldFromLinks() {
    ForeignPost post =
        read(
                "Note",
                """
                "content":"x","attachment":[
                 {"type":"Document","mediaType":"image/png","url":"https://a.example/a.png",
                  "name":"A cat","focalPoint":[0.5,-0.5],"width":10,"height":20},
                 {"type":"Link","href":"https://a.example/page"},
                 {"type":"Video","url":"https://a.example/b"}]\
                """)
            .orElseThrow();
    assertThat(post.files())
        .extracting(RemoteFile::mediaType)
        .containsExactly("image/png", "video/mp4");
    assertThat(post.files().getFirst().description()).isEqualTo("A cat");
    assertThat(post.files().getFirst().focus().x()).isEqualTo(0.5);
  }
}
