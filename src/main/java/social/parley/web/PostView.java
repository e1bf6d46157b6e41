package social.parley.web;

import static social.parley.words.Words.say;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Intent;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.posts.Reach;

/**
 * A post as pages show it. {@code key} is the row in a list, which for a boost is the boost's own;
 * everything else is of the post itself. {@code filtered} is why the viewer may not want to read
 * it. It is true {@code until} then, if nothing happens.
 */
public record PostView(
    PostId key,
    PostId id,
    String href,
    String original,
    PersonView author,
    @Nullable PersonView booster,
    @Nullable PersonView answered,
    @Nullable PersonView community,
    Moment published,
    @Nullable Moment edited,
    Reach reach,
    String title,
    @Nullable String link,
    String warning,
    boolean sensitive,
    Html body,
    String summary,
    @Nullable String language,
    List<MediaView> media,
    @Nullable PollView poll,
    @Nullable Going going,
    @Nullable QuoteView quote,
    @Nullable LinkCard card,
    List<ReactionView> reactions,
    Counts counts,
    String answerers,
    @Nullable String application,
    @Nullable Filtered filtered,
    Own own,
    Instant until,
    KeptArticle kept) {

  /**
   * How the viewer stands to an event: in words, whether they have said that they come, whether
   * they can, and whether somebody is asked.
   */
  public record Going(String words, boolean coming, boolean open, boolean asked) {
    /** What the button says. */
    public String button() {
      if (coming) return say("going.leave");
      return asked ? say("going.ask") : say("going.join");
    }
  }

  /** How many people did what with it. */
  public record Counts(long replies, long boosts, long favourites, long dislikes, long quotes) {}

  /** By which filters it was caught; a blurred one hides its pictures only. */
  public record Filtered(String titles, boolean blurred) {}

  /** What the viewer has done with it, and may do. */
  public record Own(
      boolean mine,
      boolean favourited,
      boolean disliked,
      boolean boosted,
      boolean bookmarked,
      boolean pinned,
      boolean muted,
      boolean mayBoost,
      boolean mayAnswer,
      boolean mayDislike,
      Quoting quoting,
      boolean quoted,
      boolean translatable,
      boolean open) {}

  /** Whether the viewer may quote it, at once or when its author agrees. */
  public enum Quoting {
    FREELY,
    ASKING,
    NOT
  }

  /** What it quotes: the post, or why there is none to show. */
  public record QuoteView(String absence, @Nullable PostView post, boolean deeper) {}

  /** Whether it is there because the community that it belongs to has passed it on. */
  public boolean boostedByCommunity() {
    return booster != null && community != null && booster.id().equals(community.id());
  }

  /** Where its title leads, if that is another site than its own; else empty. */
  public String site() {
    Iri there = link == null ? null : Iri.parse(link).orElse(null);
    Iri here = Iri.parse(original).orElse(null);
    return there == null || here == null || there.host().equals(here.host()) ? "" : there.host();
  }

  /** Whether a warning stands before all of it. */
  public boolean covered() {
    return !warning.isEmpty();
  }

  /** Whether its pictures are not shown unasked, where no warning stands before them already. */
  public boolean veiled() {
    return !media.isEmpty()
        && ((sensitive && !covered()) || (filtered != null && filtered.blurred()));
  }

  /** Whether a filter asks before it is shown. */
  public boolean screened() {
    return filtered != null && !filtered.blurred();
  }

  /** Where strangers who have an account elsewhere go to do something with it. */
  public String away(Intent intent) {
    return AwayPage.href(intent, original);
  }

  public long replies() {
    return counts.replies();
  }

  public long boosts() {
    return counts.boosts();
  }

  public long favourites() {
    return counts.favourites();
  }

  public long dislikes() {
    return counts.dislikes();
  }
}
