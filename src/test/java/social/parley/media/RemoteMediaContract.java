package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;

/** What the proxy for files of other servers does, on either database. */
abstract class RemoteMediaContract {
  private static final Iri BASE = new Iri("https://oak.test");
  private static final Iri CAT = new Iri("https://elm.test/cat.jpg");

  @TempDir Path blobFolder;
  private final TestClock clock = new TestClock();
  private final Images images = new Images(1);
  private final FakeFetcher network = new FakeFetcher();
  private Database database;
  private FolderBlobs blobs;
  private Media media;
  private RemoteMedia remote;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    blobs = new FolderBlobs(blobFolder);
    Ids ids = new Ids(clock, new Random(1));
    Jobs jobs = new Jobs(database, ids, clock, new Random(2));
    media = new Media(database, ids, clock, new Random(3), jobs, blobs, images);
    remote = remote(100_000_000);
  }

  private RemoteMedia remote(long cacheBytes) {
    return new RemoteMedia(
        database, clock, new Random(4), blobs, images, network, BASE, cacheBytes);
  }

  @AfterEach
  void close() {
    database.close();
    images.close();
  }

  private MediaFile received(Iri url, String type) {
    return received(url, type, null);
  }

  private MediaFile received(Iri url, String type, @Nullable Iri preview) {
    RemoteFile file =
        new RemoteFile(
            url, type, MediaKind.of(type), "", Focus.CENTRE, null, null, null, preview, null);
    return database
        .write(tx ->
            media.receive(tx, new ActorId(1), new PostId(url.value().hashCode()), List.of(file)))
        .getFirst();
  }

  private Served open(String key) {
    return remote.open(media.byKey(key).orElseThrow());
  }

  private static byte[] bytes(Served served) throws IOException {
    assertThat(served).isInstanceOf(Served.Stored.class);
    try (InputStream in = ((Served.Stored) served).blob().open(0)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aPictureIsFetchedOnceForItselfAndItsPreview() throws IOException {
    network.files.put(CAT, TestPictures.jpeg(2000, 1000));
    MediaFile file = received(CAT, "image/jpeg");
    assertThat(network.asked).isEmpty();
    byte[] small = bytes(open(String.valueOf(file.previewKey())));
    assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(679);
    assertThat(bytes(open(file.blobKey()))).isEqualTo(network.files.get(CAT));
    assertThat(network.asked).containsExactly(CAT);
    MediaFile measured = media.byKey(file.blobKey()).orElseThrow().file();
    assertThat(measured.width()).isEqualTo(2000);
    assertThat(measured.previewWidth()).isEqualTo(679);
    assertThat(measured.blurhash()).isNotNull();
  }

  @Test
  void manyWhoAskAtOnceCauseOneDownload() throws Exception {
    network.files.put(CAT, TestPictures.jpeg(400, 400));
    MediaFile file = received(CAT, "image/jpeg");
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Served>> all =
          IntStream.range(0, 30)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    start.await();
                    return open(file.blobKey());
                  }))
              .toList();
      start.countDown();
      for (Future<Served> one : all) assertThat(one.get()).isInstanceOf(Served.Stored.class);
    }
    assertThat(network.asked).hasSize(1);
  }

  @Test
  void failuresAreRememberedForAWhile() {
    MediaFile file = received(CAT, "image/jpeg");
    for (int i = 0; i < 3; i++)
      assertThatThrownBy(() -> open(file.blobKey())).isInstanceOf(Refused.Unavailable.class);
    assertThat(network.asked).hasSize(1);
    network.files.put(CAT, TestPictures.jpeg(40, 40));
    clock.advance(Duration.ofMinutes(16));
    assertThat(open(file.blobKey())).isInstanceOf(Served.Stored.class);
  }

  @Test
  void thatWeWereBusyIsNotRemembered() {
    network.files.put(CAT, TestPictures.jpeg(40, 40));
    String[] parts = parts(remote.address(CAT, ImageShape.AVATAR));
    images.close();
    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(() -> remote.open(parts[0], parts[1], parts[2]))
          .isInstanceOf(Refused.TooMany.class);
      assertThat(network.asked).hasSize(i);
    }
  }

  @Test
  void aPageIsNotServedAsAPicture() {
    network.files.put(CAT, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    MediaFile file = received(CAT, "image/jpeg");
    assertThatThrownBy(() -> open(file.blobKey())).isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void aFilmIsRepresentedByThePictureThatItsServerNames() throws IOException {
    Iri film = new Iri("https://elm.test/film.mp4");
    network.files.put(CAT, TestPictures.jpeg(2000, 1000));
    MediaFile file = received(film, "video/mp4", CAT);
    byte[] small = bytes(open(String.valueOf(file.previewKey())));
    assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(679);
    assertThat(network.asked).containsExactly(CAT);
    assertThat(received(new Iri("https://elm.test/2.mp4"), "video/mp4").previewKey()).isNull();
  }

  @Test
  void whatWeDoNotPassOnIsElsewhere() {
    Iri film = new Iri("https://elm.test/film.mp4");
    network.files.put(film, new byte[(int) RemoteMedia.MAX_PLAYED + 1]);
    assertThat(open(received(film, "video/mp4").blobKey())).isEqualTo(new Served.Elsewhere(film));
    Iri paper = new Iri("https://elm.test/paper.pdf");
    assertThat(open(received(paper, "application/pdf").blobKey()))
        .isEqualTo(new Served.Elsewhere(paper));
    assertThat(network.asked).containsExactly(film);
  }

  @Test
  void theTypeIsWhatTheBytesSay() {
    network.files.put(CAT, TestPictures.png(30, 30));
    Served served = open(received(CAT, "image/jpeg").blobKey());
    assertThat(((Served.Stored) served).mediaType()).isEqualTo("image/png");
  }

  @Test
  void profilePicturesOfOthersAreCutToShape() throws IOException {
    network.files.put(CAT, TestPictures.jpeg(1000, 700));
    String[] parts = parts(remote.address(CAT, ImageShape.AVATAR));
    byte[] avatar = bytes(remote.open(parts[0], parts[1], parts[2]));
    assertThat(ImageIO.read(new ByteArrayInputStream(avatar)).getWidth()).isEqualTo(400);
    assertThat(remote.open(parts[0], parts[1], parts[2])).isInstanceOf(Served.Stored.class);
    assertThat(network.asked).hasSize(1);
    String[] emoji = parts(remote.address(CAT, ImageShape.FULL));
    assertThat(bytes(remote.open(emoji[0], emoji[1], emoji[2]))).isEqualTo(network.files.get(CAT));
  }

  @Test
  void addressesCannotBeMadeUp() {
    String[] parts = parts(remote.address(CAT, ImageShape.AVATAR));
    String[] others = parts(remote.address(new Iri("https://elm.test/x"), ImageShape.AVATAR));
    assertThat(parts(remote(1).address(CAT, ImageShape.AVATAR))).isEqualTo(parts);
    for (String[] bad :
        new String[][] {
          {parts[0], parts[1], others[2]},
          {parts[0], "header", parts[2]},
          {parts[0], "nothing", parts[2]},
          {others[0], parts[1], parts[2]},
          {parts[0], parts[1], "%%%"}
        })
      assertThatThrownBy(() -> remote.open(bad[0], bad[1], bad[2]))
          .isInstanceOf(Refused.NotFound.class);
    assertThat(network.asked).isEmpty();
  }

  private static String[] parts(Iri address) {
    String start = BASE.value() + RemoteMedia.PATH;
    assertThat(address.value()).startsWith(start);
    return address.value().substring(start.length()).split("/");
  }

  @Test
  void theCacheForgetsWhatWasNotUsedForLongest() {
    remote = remote(50_000);
    byte[] picture = TestPictures.bytes(TestPictures.noise(60, 60), "png");
    assertThat(picture.length).isBetween(10_000, 12_000);
    MediaFile first = null;
    for (int i = 0; i < 8; i++) {
      Iri url = new Iri("https://elm.test/" + i + ".mp3");
      network.files.put(url, picture);
      MediaFile file = received(url, "audio/mpeg");
      open(file.blobKey());
      if (first == null) first = file;
      clock.advance(Duration.ofHours(13));
      open(first.blobKey());
    }
    long kept = database.read(CacheStore::bytes);
    assertThat(kept).isLessThanOrEqualTo(50_000).isGreaterThan(20_000);
    assertThat(network.asked).hasSize(8);
    assertThat(blobs.find(first.blobKey())).isPresent();
  }

  @Test
  void ownFilesAreServedFromTheStore() throws IOException {
    MediaFile file =
        media.upload(
            new ActorId(1), Upload.of(new ByteArrayInputStream(TestPictures.png(100, 100))));
    Served served = open(file.blobKey());
    assertThat(((Served.Stored) served).mediaType()).isEqualTo("image/png");
    assertThat(bytes(served)).hasSize((int) file.bytes());
    assertThat(network.asked).isEmpty();
  }
}
