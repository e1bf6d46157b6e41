package social.parley.fuzz;

import java.util.List;

/**
 * Something that reads what others send, with samples that it understands. Its reading throws only
 * what it should not: refusals that are documented are none of that.
 */
record Target(String name, List<byte[]> samples, Reading reading) {
  interface Reading {
    void read(byte[] input) throws Exception;
  }
}
