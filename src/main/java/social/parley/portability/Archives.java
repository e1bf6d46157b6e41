package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityWriter;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.jsonld.Json;
import social.parley.media.Blob;
import social.parley.media.Keyed;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.media.Served;
import social.parley.posts.OwnPosts;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that somebody has here in one zip file, laid out like the archives of Mastodon, which other
 * programs read. It is written as it is sent, from short reads, so that it may be of any size.
 */
public final class Archives {
  private static final int POSTS_AT_ONCE = 40;
  private static final int FILES_AT_ONCE = 200;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  /** What archives are made of. */
  public record Needs(
      Database database,
      Clock clock,
      Actors actors,
      Media media,
      MediaUrls urls,
      RemoteMedia contents,
      Posts posts,
      Exports exports) {}

  private final Needs needs;
  private final ExportStore store = new ExportStore();
  private final OwnPosts own;
  private final Set<ActorId> busy = ConcurrentHashMap.newKeySet();

  public Archives(Needs needs) {
    this.needs = needs;
    this.own = needs.posts().own();
  }

  /** How much there is: posts with boosts, the files in them, and how large those are together. */
  public record Size(long posts, long files, long bytes) {}

  public Size size(ActorId me) {
    return needs
        .database()
        .read(db -> {
          ExportStore.Files files = store.files(db, me);
          Long bytes = files.bytes();
          return new Size(store.posts(db, me), files.count(), bytes == null ? 0 : bytes);
        });
  }

  /** What an archive that is begun now is called. */
  public String name(Actor me) {
    return "archive-" + STAMP.format(needs.clock().instant()) + "-" + me.username() + ".zip";
  }

  /** Leave to write one archive. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Everybody writes one archive at a time: refused while there is another. */
  public Turn begin(ActorId me) {
    if (!busy.add(me)) throw new Refused.Conflict("Your archive is on its way already");
    return () -> busy.remove(me);
  }

  /** Writes somebody's archive; the stream stays open. Whatever fails leaves no whole zip file. */
  public void write(ActorId me, OutputStream out) throws IOException {
    Actor actor = needs.actors().byId(me).orElseThrow(Refused.NotFound::new);
    ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    actor(actor, zip);
    outbox(me, zip);
    posts("likes.json", zip, use -> needs.exports().eachLike(me, use));
    posts("bookmarks.json", zip, use -> needs.exports().each(me, ExportFile.BOOKMARKS, use));
    for (ExportFile file : ExportFile.values()) {
      begin(zip, file.fileName());
      needs.exports().write(me, file, zip);
      zip.closeEntry();
    }
    files(me, zip);
    zip.finish();
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(needs.clock().millis());
    zip.putNextEntry(entry);
  }

  private void actor(Actor me, ZipOutputStream zip) throws IOException {
    ObjectNode document = ActivityWriter.write(needs.actors().document(me));
    picture(document, "icon", "avatar", me.avatar(), zip);
    picture(document, "image", "header", me.header(), zip);
    document.put("outbox", "outbox.json").put("likes", "likes.json");
    document.put("bookmarks", "bookmarks.json");
    begin(zip, "actor.json");
    zip.write(Json.write(document));
    zip.closeEntry();
  }

  /** A picture of the profile under its plain name, by which the document then has it. */
  private void picture(
      ObjectNode document, String property, String name, @Nullable Iri address, ZipOutputStream zip)
      throws IOException {
    if (address == null) return;
    Keyed keyed =
        needs
            .media()
            .byKey(lastPart(address.value()))
            .filter(found -> needs.urls().full(found.file()).equals(address))
            .orElse(null);
    if (keyed == null) return;
    String file = name + ending(lastPart(address.value()));
    if (content(keyed, file, zip) && document.path(property) instanceof ObjectNode shown)
      shown.put("url", file);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  /** False when there is no such content any more. */
  private boolean content(Keyed keyed, String name, ZipOutputStream zip) throws IOException {
    Blob blob;
    try {
      if (!(needs.contents().open(keyed) instanceof Served.Stored stored)) return false;
      blob = stored.blob();
    } catch (Refused.NotFound gone) {
      return false;
    }
    // Pictures and films are compressed as they are.
    zip.setLevel(Deflater.NO_COMPRESSION);
    begin(zip, name);
    try (InputStream in = blob.open(0)) {
      in.transferTo(zip);
    }
    zip.closeEntry();
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    return true;
  }

  /**
   * The oldest first, as in other archives: whoever reads them in meets questions before answers.
   */
  private void outbox(ActorId me, ZipOutputStream zip) throws IOException {
    begin(zip, "outbox.json");
    Collecting collecting = new Collecting("outbox.json", zip);
    OptionalLong next = OptionalLong.of(0);
    while (next.isPresent()) {
      OwnPosts.Some some = own.after(me, next.getAsLong(), POSTS_AT_ONCE);
      for (Activity activity : some.activities()) collecting.add(item(activity));
      next = some.next();
    }
    collecting.end();
    zip.closeEntry();
  }

  private JsonNode item(Activity activity) {
    ObjectNode item = ActivityWriter.write(activity);
    item.remove("@context");
    String prefix = needs.urls().folder().value();
    for (JsonNode attachment : item.path("object").path("attachment"))
      if (attachment instanceof ObjectNode file && file.path("url").asString("").startsWith(prefix))
        file.put("url", place(file.path("url").asString().substring(prefix.length())));
    return item;
  }

  /** Where a file with this id and key stands in the archive. */
  private static String place(String address) {
    return "media_attachments/files/" + address.replaceFirst("/", "/original/");
  }

  private void files(ActorId me, ZipOutputStream zip) throws IOException {
    String prefix = needs.urls().folder().value();
    long after = 0;
    while (true) {
      long from = after;
      List<MediaFile> files = needs.database().read(db -> store.files(db, me, from, FILES_AT_ONCE));
      for (MediaFile file : files) {
        String address = needs.urls().full(file).value().substring(prefix.length());
        boolean _ = content(new Keyed(file, false), place(address), zip);
      }
      if (files.size() < FILES_AT_ONCE) return;
      after = files.getLast().id().value();
    }
  }

  private interface Pages {
    void each(Exports.Use use) throws IOException;
  }

  private void posts(String name, ZipOutputStream zip, Pages pages) throws IOException {
    begin(zip, name);
    Collecting collecting = new Collecting(name, zip);
    pages.each(cells -> collecting.add(JsonNodeFactory.instance.stringNode(cells.getFirst())));
    collecting.end();
    zip.closeEntry();
  }

  /** A collection that is written item by item; how many there were, stands at its end. */
  private static final class Collecting {
    private final OutputStream out;
    private long count;

    Collecting(String id, OutputStream out) throws IOException {
      this.out = out;
      ObjectNode head = Json.object().set("@context", ActivityWriter.context());
      head.put("id", id).put("type", "OrderedCollection");
      String text = new String(Json.write(head), UTF_8);
      out.write((text.substring(0, text.length() - 1) + ",\"orderedItems\":[").getBytes(UTF_8));
    }

    void add(JsonNode item) throws IOException {
      out.write((count++ == 0 ? "\n" : ",\n").getBytes(UTF_8));
      out.write(Json.write(item));
    }

    void end() throws IOException {
      out.write(("\n],\"totalItems\":" + count + "}").getBytes(UTF_8));
    }
  }
}
