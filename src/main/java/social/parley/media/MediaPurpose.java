package social.parley.media;

/** What a file is for. */
public enum MediaPurpose {
  POST,
  AVATAR,
  HEADER,
  EMOJI,
  LOGO,
  BANNER,
  WALLPAPER
}
