package social.parley.media;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The files of posts: uploading, describing, attaching, finding and deleting them. */
public final class Media {
  /** How many files of a remote post are taken in. */
  private static final int MOST_RECEIVED = 16;

  /** How many files that it shows no more are kept for the former versions of a post. */
  private static final int MOST_FORMER = 48;

  /** The longest description, in UTF-16 units. */
  public static final int MAX_DESCRIPTION = 10_000;

  /** The largest picture, in bytes. */
  public static final long MAX_BYTES = 16 * 1024 * 1024;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final MediaKeys keys;
  private final Images images;
  private final Uploads uploads;
  private final Leftovers leftovers;

  public Media(
      Database database,
      Ids ids,
      Clock clock,
      RandomGenerator random,
      Jobs jobs,
      BlobStore blobs,
      Images images) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.keys = new MediaKeys(random);
    this.images = images;
    this.uploads = new Uploads(blobs, keys, MAX_BYTES);
    this.leftovers = new Leftovers(database, clock, jobs, blobs);
  }

  /**
   * Takes a picture of any accepted type, whatever it is called; refused with the reason when it is
   * none, too large or damaged.
   */
  public MediaFile upload(ActorId owner, Upload upload) {
    return store(owner, MediaPurpose.POST, upload, ImageShape.FULL);
  }

  MediaFile store(ActorId owner, MediaPurpose purpose, Upload upload, ImageShape shape) {
    String description = checked(upload.description());
    return uploads.store(
        upload.content(),
        (file, files) ->
            switch (shape) {
              case FULL -> images.forPost(file, files);
              case EMOJI -> images.forEmoji(file, files);
              case LOGO -> images.forLogo(file, files);
              case PREVIEW, AVATAR, HEADER, BANNER, WALLPAPER, ICON ->
                  images.shaped(file, shape, files);
            },
        stored -> {
          MediaFile file = file(owner, purpose, stored, description, upload.focus());
          database.run(tx -> MediaStore.insert(tx, file));
          return file;
        });
  }

  private MediaFile file(
      ActorId owner, MediaPurpose purpose, Uploads.Stored stored, String description, Focus focus) {
    Picture.Sized full = stored.picture().full();
    Picture.Sized preview = stored.picture().preview();
    return new MediaFile(
        new MediaId(ids.next()),
        owner,
        purpose,
        MediaKind.IMAGE,
        full.mediaType(),
        stored.key(),
        stored.previewKey(),
        null,
        null,
        description,
        focus.x(),
        focus.y(),
        stored.picture().blurhash(),
        full.width(),
        full.height(),
        preview == null ? null : preview.width(),
        preview == null ? null : preview.height(),
        null,
        stored.bytes(),
        null,
        0,
        MediaState.READY,
        clock.instant());
  }

  private static String checked(String description) {
    if (description.length() > MAX_DESCRIPTION)
      throw new Refused.Invalid("description", "ERR_TOO_LONG", "The description is too long");
    return description.strip();
  }

  /** Gives a file another small picture than its own. */
  public MediaFile thumbnail(ActorId owner, MediaId id, InputStream picture) {
    own(owner, id);
    return uploads.store(
        picture,
        (file, files) -> images.shaped(file, ImageShape.PREVIEW, files),
        stored ->
            database.write(tx -> {
              leftovers.removePreview(tx, own(tx, owner, id));
              MediaStore.preview(tx, id, stored.key(), stored.picture());
              return changed(tx, owner, id);
            }));
  }

  private static MediaFile changed(Tx tx, ActorId owner, MediaId id) {
    MediaFile file = own(tx, owner, id);
    if (file.postId() != null) tx.announce(new MediaChanged(file.postId()));
    return file;
  }

  /** Changes what the owner says about a file; null leaves a part as it is. */
  public MediaFile edit(
      ActorId owner, MediaId id, @Nullable String description, @Nullable Focus focus) {
    MediaFile file = own(owner, id);
    return says(file, description, focus)
        ? file
        : database.write(tx -> edit(tx, owner, id, description, focus));
  }

  /**
   * Whether a file is described like this already, as it is when a form is saved time and again.
   */
  private static boolean says(MediaFile file, @Nullable String description, @Nullable Focus focus) {
    return (description == null || checked(description).equals(file.description()))
        && (focus == null || focus.equals(file.focus()));
  }

  /** The same as part of a larger change. */
  public MediaFile edit(
      Tx tx, ActorId owner, MediaId id, @Nullable String description, @Nullable Focus focus) {
    MediaFile file = own(tx, owner, id);
    if (says(file, description, focus)) return file;
    MediaStore.describe(
        tx,
        id,
        description == null ? file.description() : checked(description),
        focus == null ? file.focus() : focus);
    return changed(tx, owner, id);
  }

  /** Somebody's own file, attached or not; others' files do not exist for them. */
  public MediaFile own(ActorId owner, MediaId id) {
    return database.read(db -> own(db, owner, id));
  }

  private static MediaFile own(Reading db, ActorId owner, MediaId id) {
    return MediaStore.byId(db, id)
        .filter(file -> file.ownerId().equals(owner) && file.purpose() == MediaPurpose.POST)
        .orElseThrow(Refused.NotFound::new);
  }

  /** Deletes an upload that is not part of a post. */
  public void delete(ActorId owner, MediaId id) {
    database.run(tx -> {
      MediaFile file = own(tx, owner, id);
      if (file.postId() != null || MediaStore.anyHeld(tx, List.of(id)))
        throw new Refused.Invalid("id", "The file is part of a post");
      remove(tx, List.of(file));
    });
  }

  /**
   * Makes these the files of a post, in this order. Files must be the owner's own, ready, and not
   * part of another post; what the post had before and is not named is left to its former versions.
   * How many they may be is for the caller to say.
   */
  public List<MediaFile> attach(Tx tx, ActorId owner, PostId post, List<MediaId> wanted) {
    List<MediaId> distinct = wanted.stream().distinct().toList();
    Map<MediaId, MediaFile> found =
        MediaStore.byIds(tx, distinct).stream()
            .collect(Collectors.toMap(MediaFile::id, Function.identity()));
    retire(
        tx,
        post,
        MediaStore.ofPosts(tx, List.of(post)).stream()
            .filter(one -> !distinct.contains(one.id()))
            .toList());
    for (int i = 0; i < distinct.size(); i++) {
      check(found.get(distinct.get(i)), post, owner);
      if (!MediaStore.attach(tx, distinct.get(i), post, i)) throw notUsable();
    }
    return MediaStore.ofPosts(tx, List.of(post));
  }

  private void retire(Tx tx, PostId post, Collection<MediaFile> files) {
    if (files.isEmpty()) return;
    for (MediaFile file : files) MediaStore.retire(tx, file.id());
    remove(tx, MediaStore.formerOf(tx, post).stream().skip(MOST_FORMER).toList());
  }

  /** Refuses files that could not be attached to a new post. */
  public void check(Reading db, ActorId owner, List<MediaId> wanted) {
    List<MediaId> distinct = wanted.stream().distinct().toList();
    List<MediaFile> found = MediaStore.byIds(db, distinct);
    if (found.size() < distinct.size() || MediaStore.anyHeld(db, distinct)) throw notUsable();
    for (MediaFile file : found) {
      if (file.postId() != null) throw notUsable();
      check(file, file.postId(), owner);
    }
  }

  /** Keeps files for a post that is to come: nothing else may use them. */
  public void hold(Tx tx, ActorId owner, List<MediaId> wanted) {
    check(tx, owner, wanted);
    for (MediaId id : wanted) MediaStore.hold(tx, id, true, clock.instant());
  }

  /** Deletes those that are part of no post now. */
  public void discard(Tx tx, ActorId owner, List<MediaId> files) {
    remove(
        tx,
        MediaStore.byIds(tx, files).stream()
            .filter(file -> file.ownerId().equals(owner) && file.postId() == null)
            .toList());
  }

  /** Lets them be used again; those not used by then are deleted after a day. */
  public void letGo(Tx tx, ActorId owner, List<MediaId> held) {
    for (MediaFile file : MediaStore.byIds(tx, held))
      if (file.ownerId().equals(owner)) MediaStore.hold(tx, file.id(), false, clock.instant());
  }

  /** Somebody's own files among these, by id. */
  public Map<MediaId, MediaFile> own(Reading db, ActorId owner, Collection<MediaId> ids) {
    return MediaStore.byIds(db, ids).stream()
        .filter(file -> file.ownerId().equals(owner))
        .collect(Collectors.toMap(MediaFile::id, Function.identity()));
  }

  private static void check(@Nullable MediaFile file, @Nullable PostId post, ActorId owner) {
    if (file == null || !file.ownerId().equals(owner) || file.purpose() != MediaPurpose.POST)
      throw notUsable();
    if (file.postId() != null && !file.postId().equals(post)) throw notUsable();
    if (file.state() != MediaState.READY)
      throw new Refused.Invalid(
          "media_ids", "Cannot attach files that have not finished processing");
  }

  private static Refused notUsable() {
    return new Refused.Invalid("media_ids", "Media not found or already attached");
  }

  /**
   * Makes these the files of a remote post, in this order; those it had already keep their ids and
   * what was fetched of them, and those it has no more are left to its former versions.
   */
  public List<MediaFile> receive(Tx tx, ActorId owner, PostId post, List<RemoteFile> files) {
    Map<Iri, MediaFile> former = new HashMap<>();
    List<MediaFile> dropped = new ArrayList<>();
    for (MediaFile file : all(tx, post))
      if (file.remoteUrl() == null || former.putIfAbsent(file.remoteUrl(), file) != null)
        dropped.add(file);
    int position = 0;
    for (RemoteFile file : distinct(files)) {
      MediaFile known = former.remove(file.url());
      MediaFile next = known(known, file, owner, post, position++);
      if (known == null) MediaStore.insert(tx, next);
      else MediaStore.place(tx, next);
    }
    remove(tx, dropped);
    retire(tx, post, former.values());
    return MediaStore.ofPosts(tx, List.of(post));
  }

  /** The files of a remote post that is not here yet; nothing is stored. */
  public List<MediaFile> coming(ActorId owner, PostId post, List<RemoteFile> files) {
    List<MediaFile> coming = new ArrayList<>();
    for (RemoteFile file : distinct(files))
      coming.add(known(null, file, owner, post, coming.size()));
    return coming;
  }

  /** Stores the files of a remote post that has come. */
  public void add(Tx tx, List<MediaFile> coming) {
    if (!coming.isEmpty()) MediaStore.insert(tx, coming);
  }

  private static List<RemoteFile> distinct(List<RemoteFile> files) {
    HashSet<Iri> seen = new HashSet<>();
    return files.stream().filter(file -> seen.add(file.url())).limit(MOST_RECEIVED).toList();
  }

  private MediaFile known(
      @Nullable MediaFile known, RemoteFile file, ActorId owner, PostId post, int position) {
    boolean pictured = file.kind() == MediaKind.IMAGE || file.preview() != null;
    Instant now = clock.instant();
    return new MediaFile(
        known == null ? new MediaId(ids.next()) : known.id(),
        owner,
        MediaPurpose.POST,
        file.kind(),
        file.mediaType(),
        known == null ? keys.next(file.mediaType()) : known.blobKey(),
        known == null ? pictured ? keys.next("image/jpeg") : null : known.previewKey(),
        file.url(),
        file.preview(),
        file.description(),
        file.focus().x(),
        file.focus().y(),
        file.blurhash(),
        file.width(),
        file.height(),
        null,
        null,
        file.duration() == null ? null : (Double) (file.duration().toMillis() / 1000.0),
        0,
        post,
        position,
        MediaState.READY,
        known == null ? now : known.createdAt());
  }

  /**
   * The files of posts, each post's in their order, in one query; posts without files are absent.
   */
  public Map<PostId, List<MediaFile>> ofPosts(Reading db, Collection<PostId> posts) {
    Map<PostId, List<MediaFile>> files = new HashMap<>();
    for (MediaFile file : MediaStore.ofPosts(db, posts))
      if (file.postId() != null)
        files.computeIfAbsent(file.postId(), _ -> new ArrayList<>()).add(file);
    return files;
  }

  /** The files of one post in their order, and then those of its former versions. */
  public List<MediaFile> all(Reading db, PostId post) {
    List<MediaFile> all = new ArrayList<>(ofPost(db, post));
    all.addAll(MediaStore.formerOf(db, post));
    return all;
  }

  /** The files of one post in their order. */
  public List<MediaFile> ofPost(Reading db, PostId post) {
    return MediaStore.ofPosts(db, List.of(post));
  }

  /**
   * Takes the files off a post that is going away: their owner may attach own files again for a
   * day; remote ones are deleted.
   */
  public void release(Tx tx, PostId post) {
    List<MediaFile> remote = new ArrayList<>();
    for (MediaFile file : all(tx, post))
      if (file.isRemote()) remote.add(file);
      else MediaStore.detach(tx, file.id(), clock.instant());
    remove(tx, remote);
  }

  void remove(Tx tx, List<MediaFile> files) {
    leftovers.remove(tx, files);
  }

  /** The file that a public address names by one of its keys. */
  public Optional<Keyed> byKey(String key) {
    return database
        .read(db -> MediaStore.byKey(db, key))
        .map(file -> new Keyed(file, key.equals(file.previewKey())));
  }
}
