package social.parley.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * One thread of letters as its owner has it. {@code participants} are the others in it, nobody when
 * the owner writes to nobody; without a last post it is put away until another letter comes.
 */
public record Conversation(
    long id, ActorId owner, List<ActorId> participants, @Nullable PostId lastPost, boolean unread) {
  public Conversation {
    participants = List.copyOf(participants);
  }
}
