package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** What the front door does, on either database. */
abstract class MediaContract {
  private static final ActorId ADA = new ActorId(1);
  private static final ActorId BOB = new ActorId(2);
  private static final PostId POST = new PostId(10);

  @TempDir Path blobFolder;
  private final Images images = new Images(1);
  private final TestClock clock = new TestClock();
  private Database database;
  private FolderBlobs blobs;
  private Jobs jobs;
  private Media media;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    blobs = new FolderBlobs(blobFolder);
    Ids ids = new Ids(clock, new Random(1));
    jobs = new Jobs(database, ids, clock, new Random(3));
    media = new Media(database, ids, clock, new Random(2), jobs, blobs, images);
  }

  @AfterEach
  void close() {
    database.close();
    images.close();
  }

  private MediaFile upload(ActorId owner) {
    return media.upload(
        owner, new Upload(stream(TestPictures.png(160, 80)), " a picture ", new Focus(-0.5, 0.25)));
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private List<MediaFile> attach(ActorId owner, PostId post, MediaId... ids) {
    return database.write(tx -> media.attach(tx, owner, post, List.of(ids)));
  }

  @Test
  void anUploadIsStored() {
    MediaFile file = upload(ADA);
    assertThat(media.own(ADA, file.id())).isEqualTo(file);
    assertThat(file.description()).isEqualTo("a picture");
    assertThat(file.width()).isEqualTo(160);
    assertThat(file.height()).isEqualTo(80);
    assertThat(file.blurhash()).matches("[0-9A-Za-z#$%*+,\\-.:;=?@\\[\\]^_{|}~]{6,}");
    assertThat(blobs.find(file.blobKey())).isPresent();
    assertThat(media.byKey(file.blobKey())).contains(new Keyed(file, false));
    assertThat(media.byKey(String.valueOf(file.previewKey()))).contains(new Keyed(file, true));
    assertThat(media.byKey("nothing")).isEmpty();
    assertThatThrownBy(() -> media.own(BOB, file.id())).isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void descriptionAndFocusChange() {
    MediaFile file = upload(ADA);
    MediaFile changed = media.edit(ADA, file.id(), "new words", null);
    assertThat(changed.description()).isEqualTo("new words");
    assertThat(changed.focus()).isEqualTo(new Focus(-0.5, 0.25));
    assertThatThrownBy(() -> media.edit(BOB, file.id(), "mine", null))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void anotherSmallPictureReplacesTheFirst() {
    MediaFile file = upload(ADA);
    MediaFile changed = media.thumbnail(ADA, file.id(), stream(TestPictures.png(50, 100)));
    assertThat(changed.blobKey()).isEqualTo(file.blobKey());
    assertThat(changed.previewKey()).isNotEqualTo(file.previewKey());
    assertThat(changed.previewWidth()).isEqualTo(50);
    assertThat(changed.width()).isEqualTo(160);
    jobs.runDue();
    assertThat(blobs.find(String.valueOf(file.previewKey()))).isEmpty();
    assertThat(blobs.find(String.valueOf(changed.previewKey()))).isPresent();
    assertThatThrownBy(() -> media.thumbnail(BOB, file.id(), stream(TestPictures.png(9, 9))))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void aPostIsToldOfWhatChangesInItsFiles() {
    List<MediaChanged> told = new ArrayList<>();
    database.subscribe(new Subscribers().on(MediaChanged.class, (_, one) -> told.add(one)));
    MediaFile file = upload(ADA);
    media.edit(ADA, file.id(), "before", null);
    assertThat(told).isEmpty();
    attach(ADA, POST, file.id());
    media.edit(ADA, file.id(), "after", null);
    media.thumbnail(ADA, file.id(), stream(TestPictures.png(50, 100)));
    assertThat(told).containsExactly(new MediaChanged(POST), new MediaChanged(POST));
  }

  @Test
  void aPostKeepsTheOrderOfItsFiles() {
    MediaFile one = upload(ADA);
    MediaFile two = upload(ADA);
    MediaFile three = upload(ADA);
    assertThat(attach(ADA, POST, three.id(), one.id()))
        .extracting(MediaFile::id)
        .containsExactly(three.id(), one.id());
    attach(ADA, POST, two.id(), three.id());
    Map<PostId, List<MediaFile>> found =
        database.read(db -> media.ofPosts(db, List.of(POST, new PostId(11))));
    assertThat(found)
        .containsOnlyKeys(POST)
        .satisfies(files ->
            assertThat(files.get(POST))
                .extracting(MediaFile::id)
                .containsExactly(two.id(), three.id()));
    List<MediaFile> all = database.read(db -> media.all(db, POST));
    assertThat(all)
        .as("the former versions of the post keep it")
        .extracting(MediaFile::id)
        .containsExactly(two.id(), three.id(), one.id());
    assertThat(attach(ADA, POST, one.id())).extracting(MediaFile::id).containsExactly(one.id());
    database.run(tx -> media.release(tx, POST));
    assertThat(attach(ADA, new PostId(11), two.id())).hasSize(1);
  }

  @Test
  void onlyOwnAndUnattachedFilesCanBeAttached() {
    MediaFile file = upload(ADA);
    assertThatThrownBy(() -> attach(BOB, POST, file.id())).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> attach(ADA, POST, new MediaId(404)))
        .isInstanceOf(Refused.Invalid.class);
    attach(ADA, POST, file.id());
    assertThatThrownBy(() -> attach(ADA, new PostId(11), file.id()))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> media.delete(ADA, file.id())).isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void whatIsDeletedIsGoneFromTheStore() {
    MediaFile loose = upload(ADA);
    media.delete(ADA, loose.id());
    MediaFile attached = upload(ADA);
    attach(ADA, POST, attached.id());
    database.run(tx -> media.release(tx, POST));
    media.delete(ADA, attached.id());
    jobs.runDue();
    for (MediaFile file : List.of(loose, attached)) {
      assertThat(blobs.find(file.blobKey())).isEmpty();
      assertThat(blobs.find(String.valueOf(file.previewKey()))).isEmpty();
      assertThat(media.byKey(file.blobKey())).isEmpty();
    }
  }

  @Test
  void uploadsThatNobodyUsesGoAfterADay() {
    MediaFile loose = upload(ADA);
    MediaFile released = upload(ADA);
    MediaFile attached = upload(ADA);
    attach(ADA, POST, attached.id());
    attach(ADA, new PostId(11), released.id());
    jobs.start();
    jobs.stop();
    clock.advance(Duration.ofHours(23));
    database.run(tx -> media.release(tx, new PostId(11)));
    jobs.runDue();
    assertThat(media.byKey(loose.blobKey())).isPresent();
    clock.advance(Duration.ofHours(2));
    jobs.runDue();
    assertThat(media.byKey(loose.blobKey())).isEmpty();
    assertThat(blobs.find(loose.blobKey())).isEmpty();
    assertThat(media.byKey(released.blobKey())).isPresent();
    clock.advance(Duration.ofHours(24));
    jobs.runDue();
    assertThat(media.byKey(released.blobKey())).isEmpty();
    assertThat(media.byKey(attached.blobKey())).isPresent();
  }

  @Test
  void onlyTheProfilePictureInUseIsKept() {
    AvatarImages avatars = new AvatarImages(media);
    MediaFile first = avatars.upload(ADA, MediaPurpose.AVATAR, stream(TestPictures.jpeg(900, 600)));
    MediaFile second = avatars.upload(ADA, MediaPurpose.AVATAR, stream(TestPictures.png(90, 60)));
    MediaFile header = avatars.upload(ADA, MediaPurpose.HEADER, stream(TestPictures.png(900, 900)));
    assertThat(first.width()).isEqualTo(400);
    assertThat(first.height()).isEqualTo(400);
    assertThat(header.width()).isEqualTo(900);
    assertThat(header.height()).isEqualTo(300);
    database.run(tx -> avatars.keep(tx, ADA, MediaPurpose.AVATAR, second.id()));
    assertThat(media.byKey(first.blobKey())).isEmpty();
    assertThat(media.byKey(second.blobKey())).isPresent();
    assertThat(media.byKey(header.blobKey())).isPresent();
    assertThatThrownBy(() -> attach(ADA, POST, second.id())).isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void remoteFilesKeepTheirIdsWhenAPostIsEdited() {
    RemoteFile cat = remote("cat");
    RemoteFile dog = remote("dog");
    List<MediaFile> first =
        database.write(tx -> media.receive(tx, BOB, POST, List.of(cat, dog, cat)));
    List<MediaFile> second =
        database.write(tx -> media.receive(tx, BOB, POST, List.of(dog, remote("emu"))));
    assertThat(first).extracting(MediaFile::remoteUrl).containsExactly(cat.url(), dog.url());
    assertThat(second.getFirst().id()).isEqualTo(first.getLast().id());
    assertThat(second).extracting(MediaFile::position).containsExactly(0, 1);
    database.run(tx -> media.release(tx, POST));
    List<MediaFile> left = database.read(db -> media.ofPost(db, POST));
    assertThat(left).isEmpty();
  }

  private static RemoteFile remote(String name) {
    return new RemoteFile(
        new Iri("https://elm.test/" + name + ".jpg"),
        "image/jpeg",
        MediaKind.IMAGE,
        name,
        Focus.CENTRE,
        null,
        null,
        null,
        null,
        null);
  }
}
