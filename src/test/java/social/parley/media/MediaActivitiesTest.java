package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.FocalPoint;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;

class MediaActivitiesTest {
  private static final String HASH = "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH";

  private static RemoteFile read(String type, String url, @Nullable String mediaType) {
    return MediaActivities.read(List.of(Attachment.of(type, new Iri(url), mediaType, null)))
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          Document, https://a.test/x,       image/png,             image/png,                IMAGE
          Document, https://a.test/x.MP4?y, -,                     video/mp4,                VIDEO
          Image,    https://a.test/x,       -,                     image/jpeg,               IMAGE
          Audio,    https://a.test/x.flac,  -,                     audio/flac,               AUDIO
          Document, https://a.test/x.svg,   image/svg+xml,         image/svg+xml,            UNKNOWN
          Document, https://a.test/x,       IMAGE/JPEG; charset=x, image/jpeg,               IMAGE
          Document, https://a.test/x,       -,                     application/octet-stream, UNKNOWN
          Document, https://a.test/x.jpg,   nonsense,              image/jpeg,               IMAGE
          """)
  void kindsAreTold(String type, String url, String named, String mediaType, MediaKind kind) {
    RemoteFile file = read(type, url, named);
    assertThat(file.mediaType()).isEqualTo(mediaType);
    assertThat(file.kind()).isEqualTo(kind);
  }

  @Test
  void nonsenseIsLeftOut() {
    Attachment odd =
        new Attachment(
            "Document",
            new Iri("https://a.test/x.jpg"),
            null,
            " a cat ",
            "not a hash!",
            -5,
            900_000_000,
            new FocalPoint(Double.NaN, 7),
            null,
            null,
            null);
    assertThat(MediaActivities.read(List.of(odd)))
        .containsExactly(
            new RemoteFile(
                odd.url(), "image/jpeg", MediaKind.IMAGE, "a cat", Focus.CENTRE, null, null, null));
    assertThat(
            MediaActivities.read(
                List.of(
                    Attachment.of("Link", new Iri("https://a.test/page"), null, null),
                    Attachment.of("Image", new Iri("data:image/png;base64,AA"), null, null),
                    Attachment.of("Image", new Iri("ftp://a.test/x.png"), null, null))))
        .isEmpty();
  }

  @Test
  void moreThanAPostMayHaveAreLeftOut() {
    List<Attachment> many =
        IntStream.range(0, 50)
            .mapToObj(i -> Attachment.of("Image", new Iri("https://a.test/" + i), null, null))
            .toList();
    assertThat(MediaActivities.read(many)).hasSize(Media.MAX_ATTACHMENTS);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    MediaFile file =
        new MediaFile(
            new MediaId(7),
            new ActorId(1),
            MediaPurpose.POST,
            MediaKind.IMAGE,
            "image/png",
            "abcd.png",
            "efgh.png",
            null,
            "a cat",
            0.5,
            -1,
            HASH,
            640,
            480,
            320,
            240,
            999,
            null,
            0,
            MediaState.READY,
            Instant.EPOCH);
    Attachment document =
        new MediaActivities(new MediaUrls(new Iri("https://oak.test"))).document(file);
    assertThat(MediaActivities.read(List.of(document)))
        .containsExactly(
            new RemoteFile(
                new Iri("https://oak.test/media/7/abcd.png"),
                "image/png",
                MediaKind.IMAGE,
                "a cat",
                new Focus(0.5, -1),
                HASH,
                640,
                480));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          -0.5,0.25 | -0.5 | 0.25
          ' 1 , -1 '| 1    | -1
          7,-9      | 1    | -1
          """)
  void pointsAreReadAndKeptInside(String text, double x, double y) {
    assertThat(Focus.parse(text)).contains(new Focus(x, y));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "1", "1,2,3", "a,b", "NaN,0"})
  void whatIsNoPointIsNone(String text) {
    assertThat(Focus.parse(text)).isEmpty();
  }
}
