package social.parley.media;

import java.util.random.RandomGenerator;

/** Makes the unguessable names of contents. */
final class MediaKeys {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  private final RandomGenerator random;

  MediaKeys(RandomGenerator random) {
    this.random = random;
  }

  /** 130 random bits and the usual ending of the media type. */
  String next(String mediaType) {
    StringBuilder key = new StringBuilder(LENGTH + 5);
    for (int i = 0; i < LENGTH; i++) key.append(LETTERS.charAt(random.nextInt(32)));
    return key.append('.').append(ending(mediaType)).toString();
  }

  /** The same letters for given bytes, of which there must be enough. */
  static String letters(byte[] bytes) {
    StringBuilder key = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) key.append(LETTERS.charAt(bytes[i] & 31));
    return key.toString();
  }

  /** The media type of an own file's key. */
  static String mediaType(String key) {
    return switch (key.substring(key.lastIndexOf('.') + 1)) {
      case "jpg" -> "image/jpeg";
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      default -> "application/octet-stream";
    };
  }

  private static String ending(String mediaType) {
    return switch (mediaType) {
      case "image/jpeg" -> "jpg";
      case "image/png" -> "png";
      case "image/gif" -> "gif";
      case "image/webp" -> "webp";
      case "image/avif" -> "avif";
      case "video/mp4" -> "mp4";
      case "video/webm" -> "webm";
      case "video/quicktime" -> "mov";
      case "audio/mpeg", "audio/mp3" -> "mp3";
      case "audio/ogg" -> "ogg";
      case "audio/wav", "audio/x-wav" -> "wav";
      case "audio/flac", "audio/x-flac" -> "flac";
      case "audio/mp4", "audio/x-m4a" -> "m4a";
      default -> "bin";
    };
  }
}
