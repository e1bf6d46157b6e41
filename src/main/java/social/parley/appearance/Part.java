package social.parley.appearance;

/** What can be changed of the appearance. */
public enum Part {
  COLOR,
  CSS,
  LOGO,
  BANNER,
  WALLPAPER
}
