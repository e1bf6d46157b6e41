package social.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.parley.core.Refused;

class BlockListTest {
  @Test
  void readsWhatMastodonWrites() {
    List<BlockList.Line> lines =
        BlockList.read(
            """
            #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
            spam.example,suspend,true,false,"Spam, and ""worse""\",true
            loud.example,silence,False,False,,False
            """);
    assertThat(lines)
        .containsExactly(
            new BlockList.Line(
                "spam.example",
                new BlockDraft(Severity.SUSPEND, true, false, null, "Spam, and \"worse\"", true)),
            new BlockList.Line(
                "loud.example", new BlockDraft(Severity.SILENCE, false, false, null, null, false)));
  }

  @Test
  void readsBareNames() {
    assertThat(BlockList.read("one.example\r\n\nBücher.example\n"))
        .extracting(BlockList.Line::domain)
        .containsExactly("one.example", "xn--bcher-kva.example");
    assertThatThrownBy(() -> BlockList.read("#domain,#severity\na.example,fierce\n"))
        .isInstanceOf(Refused.Invalid.class);
  }
}
