package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.ProfileField;
import social.parley.collections.FeaturePolicy;
import social.parley.collections.FeaturedCollections;

/** The Account entity and what hangs on it. */
public record AccountJson(
    String id,
    String username,
    String acct,
    String displayName,
    boolean locked,
    boolean bot,
    boolean discoverable,
    boolean indexable,
    boolean group,
    String createdAt,
    String note,
    String url,
    String uri,
    String avatar,
    String avatarStatic,
    String avatarDescription,
    String header,
    String headerStatic,
    String headerDescription,
    long followersCount,
    long followingCount,
    long statusesCount,
    @Nullable String lastStatusAt,
    boolean hideCollections,
    boolean showMedia,
    boolean showMediaReplies,
    boolean showFeatured,
    List<EmojiJson> emojis,
    List<Field> fields,
    @JsonInclude(Include.NON_NULL) @Nullable List<Badge> roles,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean noindex,
    @JsonInclude(Include.NON_NULL) @Nullable AccountJson moved,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean suspended,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean limited,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean memorial,
    FeatureApproval featureApproval) {

  /** Who may put somebody into a collection, as it is for whoever asks. */
  public record FeatureApproval(List<String> automatic, List<String> manual, String currentUser) {
    /** A policy is the same for everybody: whom somebody blocks must not show in it. */
    static FeatureApproval of(FeaturePolicy policy) {
      return switch (policy) {
        case PUBLIC -> new FeatureApproval(List.of("public"), List.of(), "automatic");
        case NOBODY -> new FeatureApproval(List.of(), List.of(), "denied");
        case MISSING -> new FeatureApproval(List.of(), List.of(), "missing");
      };
    }
  }

  /** One row of a profile's table; the value is HTML. */
  public record Field(String name, String value, @Nullable String verifiedAt) {
    /** As others read it. */
    public static Field shown(ProfileField field) {
      return new Field(field.name(), field.html(), verified(field));
    }

    /** As it was typed. */
    public static Field source(ProfileField field) {
      return new Field(field.name(), field.source(), verified(field));
    }

    private static @Nullable String verified(ProfileField field) {
      Instant verified = field.verifiedAt();
      return verified == null ? null : ApiDates.of(verified);
    }
  }

  /** A role as others see it. */
  public record Badge(String id, String name, String color) {
    static Badge of(social.parley.accounts.Role role) {
      Role shown = Role.of(role);
      return new Badge(shown.id(), shown.name(), shown.color());
    }
  }

  /** A role with what it may do, as a bit mask in decimal. */
  public record Role(
      String id,
      String name,
      String permissions,
      String color,
      boolean highlighted,
      int collectionLimit) {
    public static Role of(social.parley.accounts.Role role) {
      String permissions = Integer.toString(role.permissions());
      return switch (role) {
        case OWNER -> of("3", "Owner", permissions, true);
        case ADMIN -> of("2", "Admin", permissions, true);
        case MODERATOR -> of("1", "Moderator", permissions, true);
        case USER -> of("0", "", permissions, false);
      };
    }

    private static Role of(String id, String name, String permissions, boolean highlighted) {
      return new Role(id, name, permissions, "", highlighted, FeaturedCollections.MOST);
    }
  }

  /** What only the person themself sees: texts as typed, and choices. */
  public record Source(
      String privacy,
      boolean sensitive,
      @Nullable String language,
      String note,
      List<Field> fields,
      long followRequestsCount,
      boolean hideCollections,
      boolean discoverable,
      boolean indexable,
      List<String> attributionDomains,
      String quotePolicy) {}

  /** The CredentialAccount entity. */
  public record Own(@JsonUnwrapped AccountJson account, Source source, Role role) {}

  /** The MutedAccount entity. */
  public record Muted(@JsonUnwrapped AccountJson account, @Nullable String muteExpiresAt) {}
}
