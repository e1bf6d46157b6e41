package social.parley.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.ActorActivities;
import social.parley.actors.Actors;
import social.parley.actors.ProfileEdit;
import social.parley.actors.ProfileField;
import social.parley.actors.ProfileTabs;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.emojis.Emojis;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.media.AvatarImages;
import social.parley.media.MediaFile;
import social.parley.media.MediaPurpose;
import social.parley.media.MediaUrls;
import social.parley.profiles.ProfileChange.Choices;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import social.parley.text.Mention;
import social.parley.text.PostText;
import social.parley.text.TextFormat;

/** Editing the profiles of local people, and telling their followers elsewhere. */
public final class Profiles {
  public static final int MAX_NAME = 60;
  public static final int MAX_BIO = 2000;
  public static final int MAX_FIELDS = 8;
  public static final int MAX_FIELD = 255;
  public static final int MAX_DESCRIPTION = 150;

  private final Database database;
  private final Actors actors;
  private final RemoteActors remote;
  private final Follows follows;
  private final Outbox outbox;
  private final AvatarImages images;
  private final MediaUrls urls;
  private final PostText text;
  private final Emojis emojis;

  public Profiles(
      Database database,
      Actors actors,
      RemoteActors remote,
      Follows follows,
      Outbox outbox,
      AvatarImages images,
      MediaUrls urls,
      PostText text,
      Emojis emojis) {
    this.database = database;
    this.actors = actors;
    this.remote = remote;
    this.follows = follows;
    this.outbox = outbox;
    this.images = images;
    this.urls = urls;
    this.text = text;
    this.emojis = emojis;
  }

  /** Applies a change whole, or refuses it whole. */
  public Actor edit(ActorId me, ProfileChange change) {
    Actor before = actors.byId(me).filter(Actor::isPresent).orElseThrow(Refused.NotFound::new);
    // What has not changed needs not be told.
    if (change.equals(ProfileChange.NONE)) return before;
    ProfileEdit edit = texts(change, before);
    MediaFile avatar = upload(me, MediaPurpose.AVATAR, change.avatar());
    MediaFile header = upload(me, MediaPurpose.HEADER, change.header());
    pictures(edit, change, before, avatar, header);
    return database.write(tx -> {
      Actor after = actors.edit(tx, me, edit);
      if (change.avatar() != null)
        images.keep(tx, me, MediaPurpose.AVATAR, avatar == null ? null : avatar.id());
      if (change.header() != null)
        images.keep(tx, me, MediaPurpose.HEADER, header == null ? null : header.id());
      if (change.attributionDomains() instanceof List<String> sites)
        actors.attribute(tx, me, sites);
      if (change.fields() != null) tx.announce(new FieldsSaved(me));
      announce(tx, after);
      return after;
    });
  }

  /** The sites that may name somebody. */
  public List<String> attributionDomains(ActorId actor) {
    return database.read(db -> actors.attributions().of(db, actor));
  }

  /** Tells the servers of all followers how the profile looks now. */
  private void announce(Tx tx, Actor actor) {
    Activity update = ActorActivities.update(outbox.nextId(), actor, actors.document(tx, actor));
    outbox.send(tx, actor, update, follows.followerInboxes(tx, actor.id()));
  }

  /** Tells every server that may have a copy that somebody is leaving, and drops the pictures. */
  public void farewell(Tx tx, ActorId id) {
    Actor actor = actors.byId(tx, id).orElseThrow(Refused.NotFound::new);
    Set<Iri> inboxes = new LinkedHashSet<>(follows.followerInboxes(tx, id));
    inboxes.addAll(follows.followedInboxes(tx, id));
    outbox.send(tx, actor, ActorActivities.delete(outbox.nextId(), actor), inboxes);
    images.keep(tx, id, MediaPurpose.AVATAR, null);
    images.keep(tx, id, MediaPurpose.HEADER, null);
  }

  private ProfileEdit texts(ProfileChange change, Actor before) {
    ProfileEdit edit = new ProfileEdit();
    String name = change.displayName();
    if (name != null)
      edit.displayName(limited("display_name", name.strip().replaceAll("\\s+", " "), MAX_NAME));
    String bio = change.bio();
    if (bio != null) edit.bio(bioHtml(limited("note", bio.strip(), MAX_BIO)), bio.strip());
    List<ProfileChange.Row> rows = change.fields();
    List<ProfileField> fields = rows == null ? before.fields() : fields(rows, before);
    if (rows != null) edit.fields(fields);
    List<String> texts =
        new ArrayList<>(
            List.of(
                name == null ? before.displayName() : name,
                bio == null ? before.bioSource() : bio));
    for (ProfileField field : fields) texts.addAll(List.of(field.name(), field.source()));
    edit.emoji(emojis.usedIn(texts));
    choices(change.choices(), before, edit);
    return edit;
  }

  private static void choices(Choices choices, Actor before, ProfileEdit edit) {
    if (choices.locked() instanceof Boolean locked) edit.locked(locked);
    if (choices.bot() instanceof Boolean bot) edit.bot(bot);
    if (choices.discoverable() instanceof Boolean discoverable) edit.discoverable(discoverable);
    if (choices.indexable() instanceof Boolean indexable) edit.indexable(indexable);
    if (choices.hideCollections() instanceof Boolean hide) edit.hideCollections(hide);
    ProfileTabs tabs = before.tabs();
    edit.tabs(
        new ProfileTabs(
            chosen(choices.showMedia(), tabs.media()),
            chosen(choices.showMediaOfReplies(), tabs.mediaOfReplies()),
            chosen(choices.showFeatured(), tabs.featured())));
  }

  private static boolean chosen(@Nullable Boolean given, boolean before) {
    return given == null ? before : given;
  }

  private void pictures(
      ProfileEdit edit,
      ProfileChange change,
      Actor before,
      @Nullable MediaFile avatar,
      @Nullable MediaFile header) {
    if (change.avatar() != null || change.avatarDescription() != null)
      edit.avatar(
          change.avatar() == null ? before.avatar() : avatar == null ? null : urls.full(avatar),
          described("avatar_description", change.avatarDescription(), before.avatarDescription()));
    if (change.header() != null || change.headerDescription() != null)
      edit.header(
          change.header() == null ? before.header() : header == null ? null : urls.full(header),
          described("header_description", change.headerDescription(), before.headerDescription()));
  }

  private static String described(String field, @Nullable String given, String before) {
    return given == null ? before : limited(field, given.strip(), MAX_DESCRIPTION);
  }

  private @Nullable MediaFile upload(
      ActorId me, MediaPurpose purpose, ProfileChange.@Nullable Picture picture) {
    if (picture == null) return null;
    try (InputStream content = picture.open()) {
      return content == null ? null : images.upload(me, purpose, content);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String bioHtml(String source) {
    Map<Handle, Mention> known = new HashMap<>();
    for (Handle handle : text.handles(source, TextFormat.PLAIN))
      mentioned(handle)
          .ifPresent(
              actor -> known.put(handle, new Mention(handle, actor.iri(), new Iri(actor.url()))));
    return text.render(source, TextFormat.PLAIN, handle -> Optional.ofNullable(known.get(handle)))
        .html();
  }

  private Optional<Actor> mentioned(Handle handle) {
    Optional<Actor> known = actors.byHandle(handle);
    if (known.isPresent()) return known;
    return remote.find(handle) instanceof Resolution.Found(Actor actor)
        ? Optional.of(actor)
        : Optional.empty();
  }

  private List<ProfileField> fields(List<ProfileChange.Row> rows, Actor before) {
    List<ProfileField> fields = new ArrayList<>();
    for (ProfileChange.Row row : rows) {
      String name = limited("fields", row.name().strip(), MAX_FIELD);
      String value = limited("fields", row.value().strip(), MAX_FIELD);
      if (name.isEmpty() && value.isEmpty()) continue;
      if (fields.size() == MAX_FIELDS)
        throw new Refused.Invalid("fields", "ERR_TOO_LONG", "At most " + MAX_FIELDS + " fields");
      // A link that was verified stays so as long as it is not touched.
      Optional<ProfileField> same =
          before.fields().stream()
              .filter(field -> field.name().equals(name) && field.source().equals(value))
              .findFirst();
      fields.add(
          same.orElseGet(() -> new ProfileField(name, text.profileField(value), value, null)));
    }
    return fields;
  }

  private static String limited(String field, String value, int most) {
    if (value.codePointCount(0, value.length()) > most)
      throw new Refused.Invalid(
          field, "ERR_TOO_LONG", "is too long (maximum is " + most + " characters)");
    return value;
  }
}
