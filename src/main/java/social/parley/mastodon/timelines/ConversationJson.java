package social.parley.mastodon.timelines;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.StatusJson;

/** The Conversation entity. */
public record ConversationJson(
    String id, boolean unread, List<AccountJson> accounts, @Nullable StatusJson lastStatus) {}
