package social.parley.text;

import social.parley.core.Handle;

/** One stretch of a text: words, or something that becomes a link. */
sealed interface Piece {
  /** The text as it was written. */
  String source();

  /** Text without meaning of its own. */
  record Words(String source) implements Piece {}

  /** An address of the web or of a related network. */
  record Address(String source) implements Piece {}

  /** Somebody's handle; the local domain stands in where none was written. */
  record Named(String source, Handle handle) implements Piece {}

  /** A hashtag; {@code tag} is without the sign. */
  record Tagged(String source, String tag) implements Piece {}
}
