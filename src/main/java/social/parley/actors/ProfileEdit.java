package social.parley.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/**
 * Changes to a local actor's profile; what is not named stays. HTML given here is clean already.
 */
public final class ProfileEdit {
  private final List<Consumer<ActorDraft>> changes = new ArrayList<>();

  public ProfileEdit displayName(String value) {
    return add(draft -> draft.displayName = value);
  }

  /** The bio as shown and as written. */
  public ProfileEdit bio(String html, String source) {
    return add(draft -> {
      draft.bioHtml = html;
      draft.bioSource = source;
    });
  }

  public ProfileEdit fields(List<ProfileField> value) {
    return add(draft -> draft.fields = List.copyOf(value));
  }

  /** Where the avatar is published, or none. */
  public ProfileEdit avatar(@Nullable Iri value, String description) {
    return add(draft -> {
      draft.avatar = value;
      draft.avatarDescription = description;
    });
  }

  /** Where the header is published, or none. */
  public ProfileEdit header(@Nullable Iri value, String description) {
    return add(draft -> {
      draft.header = value;
      draft.headerDescription = description;
    });
  }

  public ProfileEdit kind(ActorKind value) {
    return add(draft -> draft.kind = value);
  }

  public ProfileEdit locked(boolean value) {
    return add(draft -> draft.locked = value);
  }

  /** A bot is published as a Service, everybody else as a Person. */
  public ProfileEdit bot(boolean value) {
    return add(draft -> {
      draft.bot = value;
      if (draft.kind == ActorKind.PERSON || draft.kind == ActorKind.SERVICE)
        draft.kind = value ? ActorKind.SERVICE : ActorKind.PERSON;
    });
  }

  public ProfileEdit discoverable(boolean value) {
    return add(draft -> draft.discoverable = value);
  }

  public ProfileEdit indexable(boolean value) {
    return add(draft -> draft.indexable = value);
  }

  public ProfileEdit hideCollections(boolean value) {
    return add(draft -> draft.hideCollections = value);
  }

  public ProfileEdit tabs(ProfileTabs value) {
    return add(draft -> draft.tabs = value);
  }

  public ProfileEdit memorial(boolean value) {
    return add(draft -> draft.memorial = value);
  }

  public ProfileEdit alsoKnownAs(List<Iri> value) {
    return add(draft -> draft.alsoKnownAs = List.copyOf(value));
  }

  public ProfileEdit movedTo(@Nullable ActorId value) {
    return add(draft -> draft.movedTo = value);
  }

  public ProfileEdit emoji(List<CustomEmoji> value) {
    return add(draft -> draft.emoji = List.copyOf(value));
  }

  private ProfileEdit add(Consumer<ActorDraft> change) {
    changes.add(change);
    return this;
  }

  Actor applyTo(Actor actor) {
    ActorDraft draft = ActorDraft.of(actor);
    changes.forEach(change -> change.accept(draft));
    return draft.build();
  }
}
