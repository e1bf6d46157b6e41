package social.parley.mastodon;

/** What all groups of endpoints share: who asks, which page, and how the common entities look. */
public record Views(
    Authorization authorization,
    Paging paging,
    Pictures pictures,
    AccountView accounts,
    MediaView media,
    TagLinks tags,
    EmojiView emoji,
    StatusView statuses) {}
