package social.parley.mastodon.interactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.StatusJson;

/** The InteractionRequest entity. */
public record InteractionJson(
    String id,
    String type,
    String createdAt,
    AccountJson account,
    StatusJson status,
    @JsonInclude(Include.NON_NULL) @Nullable StatusJson reply,
    @JsonInclude(Include.NON_NULL) @Nullable StatusJson quote,
    @JsonInclude(Include.NON_NULL) @Nullable String acceptedAt,
    @JsonInclude(Include.NON_NULL) @Nullable String rejectedAt) {}
