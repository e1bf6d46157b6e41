package social.parley.web;

import gg.jte.Content;

/** HTML in bytes, cut where its holes are: there is one piece more than there are holes. */
record Pieces(byte[][] html, Hole[] holes) {
  /** The whole, as it is in one answer. */
  Content filled(Hole.Filling filling) {
    return output -> {
      output.writeBinaryContent(html[0]);
      for (int i = 0; i < holes.length; i++) {
        output.writeBinaryContent(filling.of(holes[i]));
        output.writeBinaryContent(html[i + 1]);
      }
    };
  }

  /** About how many bytes it takes. */
  int weight() {
    int weight = 200;
    for (byte[] piece : html) weight += 24 + piece.length;
    return weight;
  }
}
