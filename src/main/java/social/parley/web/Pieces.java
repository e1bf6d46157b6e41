package social.parley.web;

import gg.jte.Content;
import social.parley.http.Piece;

/** HTML in bytes, cut where its holes are: there is one piece more than there are holes. */
record Pieces(Piece[] html, Hole[] holes) {
  /** The whole, as it is in one answer. */
  Content filled(Hole.Filling filling) {
    return output -> {
      PageOutput page = (PageOutput) output;
      page.write(html[0]);
      for (int i = 0; i < holes.length; i++) {
        page.write(filling.of(holes[i]));
        page.write(html[i + 1]);
      }
    };
  }

  /** About how many bytes it takes. */
  int weight() {
    int weight = 200;
    for (Piece piece : html) weight += 100 + piece.size();
    return weight;
  }
}
