package social.parley.mastodon.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.tags.FeaturedTagJson;

/** The Profile entity: texts as typed, and beside them as others read them. */
record ProfileJson(
    String id,
    String displayName,
    String note,
    String formattedNote,
    List<AccountJson.Field> fields,
    List<AccountJson.Field> formattedFields,
    @Nullable String avatar,
    @Nullable String avatarStatic,
    String avatarDescription,
    @Nullable String header,
    @Nullable String headerStatic,
    String headerDescription,
    boolean locked,
    boolean bot,
    boolean hideCollections,
    boolean discoverable,
    boolean indexable,
    boolean showMedia,
    boolean showMediaReplies,
    boolean showFeatured,
    List<String> attributionDomains,
    List<FeaturedTagJson> featuredTags) {}
