package social.parley.config;

import social.parley.core.Iri;

/** The service that translates posts: which language it speaks itself, where it is, and its key. */
public record TranslationSettings(Kind kind, Iri url, String key) {
  /** What is spoken to it. */
  public enum Kind {
    LIBRETRANSLATE,
    DEEPL
  }
}
