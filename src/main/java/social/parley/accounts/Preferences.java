package social.parley.accounts;

import org.jspecify.annotations.Nullable;

/** What a person has chosen for writing and reading; each app may ask for it. */
public record Preferences(
    DefaultReach reach,
    boolean sensitive,
    @Nullable String language,
    ShowMedia showMedia,
    boolean expandWarnings,
    boolean autoplay,
    DefaultQuotes quotes,
    boolean showFavourites,
    Look look) {
  /** The choices of somebody who has not chosen. */
  public static final Preferences DEFAULT =
      new Preferences(
          DefaultReach.PUBLIC,
          false,
          null,
          ShowMedia.DEFAULT,
          false,
          true,
          DefaultQuotes.PUBLIC,
          false,
          Look.DEFAULT);

  public Preferences withReach(DefaultReach other) {
    return new Preferences(
        other,
        sensitive,
        language,
        showMedia,
        expandWarnings,
        autoplay,
        quotes,
        showFavourites,
        look);
  }

  public Preferences withSensitive(boolean other) {
    return new Preferences(
        reach, other, language, showMedia, expandWarnings, autoplay, quotes, showFavourites, look);
  }

  public Preferences withLanguage(@Nullable String other) {
    return new Preferences(
        reach, sensitive, other, showMedia, expandWarnings, autoplay, quotes, showFavourites, look);
  }

  public Preferences withQuotes(DefaultQuotes other) {
    return new Preferences(
        reach,
        sensitive,
        language,
        showMedia,
        expandWarnings,
        autoplay,
        other,
        showFavourites,
        look);
  }

  /** Whether everybody may see what this person likes. */
  public Preferences withFavouritesShown(boolean other) {
    return new Preferences(
        reach, sensitive, language, showMedia, expandWarnings, autoplay, quotes, other, look);
  }

  public Preferences withLook(Look other) {
    return new Preferences(
        reach,
        sensitive,
        language,
        showMedia,
        expandWarnings,
        autoplay,
        quotes,
        showFavourites,
        other);
  }
}
