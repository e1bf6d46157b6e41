package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBlobsTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;
  private FolderBlobs blobs;

  @BeforeEach
  void open() {
    blobs = new FolderBlobs(folder);
  }

  @Test
  void contentComesBackFromAnyPosition() throws IOException {
    Path file = blobs.temporary();
    Files.writeString(file, "0123456789");
    blobs.put("abcdef.txt", file);
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("ab/cd/abcdef.txt")).hasContent("0123456789");
    Blob blob = blobs.find("abcdef.txt").orElseThrow();
    assertThat(blob.bytes()).isEqualTo(10);
    try (InputStream in = blob.open(7)) {
      assertThat(in.readAllBytes()).asString().isEqualTo("789");
    }
  }

  @Test
  void filesFromElsewhereAreCopied() throws IOException {
    Path file = Files.writeString(elsewhere.resolve("upload"), "x");
    blobs.put("abcdef.txt", file);
    assertThat(file).exists();
    assertThat(blobs.find("abcdef.txt")).isPresent();
    assertThat(folder.resolve("arriving")).isEmptyDirectory();
  }

  @Test
  void deletingTwiceIsFine() throws IOException {
    blobs.put("abcdef.txt", Files.writeString(blobs.temporary(), "x"));
    blobs.delete("abcdef.txt");
    blobs.delete("abcdef.txt");
    assertThat(blobs.find("abcdef.txt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../../etc/passwd",
        "abcd/../..",
        "/etc/passwd",
        "ab\\cd.jpg",
        "abcd.jpg/..",
        ".abcdef",
        "ABCDEF.jpg",
        "abcd.",
        "abcd..jpg",
        "abcdé.jpg",
        "abcd.jpg\n",
        "ab%2fcd.jpg"
      })
  void keysAreNeverPaths(String key) throws IOException {
    assertThat(blobs.find(key)).isEmpty();
    assertThatThrownBy(() -> blobs.delete(key)).isInstanceOf(IllegalArgumentException.class);
    Path file = Files.writeString(blobs.temporary(), "x");
    assertThatThrownBy(() -> blobs.put(key, file)).isInstanceOf(IllegalArgumentException.class);
  }
}
