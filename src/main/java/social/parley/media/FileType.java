package social.parley.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a file is, told from its first bytes; names and claimed types are not asked. */
enum FileType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  AVIF("image/avif"),
  MP4("video/mp4"),
  QUICKTIME("video/quicktime"),
  WEBM("video/webm"),
  M4A("audio/mp4"),
  MP3("audio/mpeg"),
  OGG("audio/ogg"),
  WAV("audio/wav"),
  FLAC("audio/flac");

  private static final int HEAD = 16;

  private final String mediaType;

  FileType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** True for pictures that can be decoded here. */
  boolean isPicture() {
    return switch (this) {
      case JPEG, PNG, GIF, WEBP -> true;
      case AVIF, MP4, QUICKTIME, WEBM, M4A, MP3, OGG, WAV, FLAC -> false;
    };
  }

  /** True for pictures that browsers show, whether or not they can be decoded here. */
  boolean isShown() {
    return isPicture() || this == AVIF;
  }

  static Optional<FileType> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    }
  }

  static Optional<FileType> of(byte[] bytes) {
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return Optional.of(GIF);
    if (head.startsWith("RIFF")) return riff(head);
    if (head.startsWith("ftyp", 4)) return Optional.of(brand(head));
    if (head.startsWith("\u001aE\u00df\u00a3")) return Optional.of(WEBM);
    if (head.startsWith("OggS")) return Optional.of(OGG);
    if (head.startsWith("fLaC")) return Optional.of(FLAC);
    boolean frame = head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe6) == 0xe2;
    return head.startsWith("ID3") || frame ? Optional.of(MP3) : Optional.empty();
  }

  private static Optional<FileType> riff(String head) {
    if (head.startsWith("WEBP", 8)) return Optional.of(WEBP);
    return head.startsWith("WAVE", 8) ? Optional.of(WAV) : Optional.empty();
  }

  private static FileType brand(String head) {
    if (head.startsWith("avif", 8) || head.startsWith("avis", 8)) return AVIF;
    if (head.startsWith("qt  ", 8)) return QUICKTIME;
    return head.startsWith("M4A", 8) ? M4A : MP4;
  }
}
