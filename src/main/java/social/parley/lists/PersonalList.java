package social.parley.lists;

import social.parley.core.ActorId;

/** A list; the posts of an exclusive one's members stay off the home of its owner. */
public record PersonalList(
    ListId id, ActorId ownerId, String title, Replies replies, boolean exclusive) {}
