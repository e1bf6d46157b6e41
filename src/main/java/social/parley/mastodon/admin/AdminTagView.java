package social.parley.mastodon.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.mastodon.tags.TagJson;
import social.parley.mastodon.tags.TagView;
import social.parley.storage.Database;
import social.parley.trends.Review;
import social.parley.trends.TagSetting;
import social.parley.trends.TrendKind;
import social.parley.trends.TrendReviews;

/** Fills Admin::Tag entities: a fixed number of statements for all of them. */
public final class AdminTagView {
  private final Database database;
  private final TagView tags;
  private final TrendReviews reviews;
  private final boolean review;

  record AdminTag(
      @JsonUnwrapped TagJson tag,
      String displayName,
      boolean trendable,
      boolean usable,
      boolean requiresReview,
      boolean listable) {}

  public AdminTagView(Database database, TagView tags, TrendReviews reviews, boolean review) {
    this.database = database;
    this.tags = tags;
    this.reviews = reviews;
    this.review = review;
  }

  AdminTag of(ActorId me, String tag) {
    return of(me, List.of(tag)).getFirst();
  }

  List<AdminTag> of(ActorId me, Collection<String> names) {
    Map<String, TagSetting> settings = database.read(db -> reviews.settings(db, names));
    Map<String, Review> said = reviews.of(TrendKind.TAG, names);
    List<AdminTag> rendered = new ArrayList<>();
    for (TagJson tag : tags.of(me, names)) {
      TagSetting setting = settings.get(tag.name());
      Review one = said.get(tag.name());
      Boolean allowed = one == null ? null : one.allowed();
      rendered.add(
          new AdminTag(
              tag,
              setting == null ? tag.name() : setting.displayName(),
              allowed == null ? !review : allowed,
              setting == null || setting.usable(),
              one == null || one.reviewedAt() == null,
              setting == null || setting.listable()));
    }
    return rendered;
  }
}
