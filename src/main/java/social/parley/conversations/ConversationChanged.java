package social.parley.conversations;

import social.parley.storage.Announcement;

/** A conversation has another last letter, or was read or marked as unread. */
public record ConversationChanged(Conversation conversation) implements Announcement {}
