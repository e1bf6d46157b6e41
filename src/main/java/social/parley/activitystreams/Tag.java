package social.parley.activitystreams;

/** A member of {@code tag}: what the text of an object refers to. */
public sealed interface Tag permits MentionTag, HashtagTag, EmojiTag, LinkTag, OtherTag {}
