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
    return typeOfEnding(key.substring(key.lastIndexOf('.') + 1));
  }

  /** The media type a file name's ending stands for; empty when it says nothing. */
  static String typeOfEnding(String ending) {
    return switch (ending) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "webp" -> "image/webp";
      case "avif" -> "image/avif";
      case "mp4", "m4v" -> "video/mp4";
      case "webm" -> "video/webm";
      case "mov" -> "video/quicktime";
      case "mp3" -> "audio/mpeg";
      case "ogg", "oga", "opus" -> "audio/ogg";
      case "wav" -> "audio/wav";
      case "flac" -> "audio/flac";
      case "m4a" -> "audio/mp4";
      default -> "";
    };
  }

  static String ending(String mediaType) {
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
