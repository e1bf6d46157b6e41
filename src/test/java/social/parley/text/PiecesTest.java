package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.trials.Trials;

class PiecesTest {
  private final Pieces pieces = new Pieces("oak.test");

  private String marked(String text) {
    return pieces.of(text).stream()
        .map(piece ->
            switch (piece) {
              case Piece.Words words -> words.source();
              case Piece.Address address -> "{" + address.source() + "}";
              case Piece.Named named -> "{" + named.handle() + "}";
              case Piece.Tagged tagged -> "{#" + tagged.tag() + "}";
            })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://a.test                            | {https://a.test}
          See https://a.test/x.                     | See {https://a.test/x}.
          https://a.test/x?!...                     | {https://a.test/x}?!...
          (https://a.test/x)                        | ({https://a.test/x})
          (https://a.test/x_(y)_z)                  | ({https://a.test/x_(y)_z})
          https://a.test/x_(y) (z)                  | {https://a.test/x_(y)} (z)
          [https://a.test/a[1]]                     | [{https://a.test/a[1]}]
          <https://a.test/>                         | <{https://a.test/}>
          "https://a.test"                          | "{https://a.test}"
          «https://a.test»                          | «{https://a.test}»
          https://a.test/?q=a&b=c#d                 | {https://a.test/?q=a&b=c#d}
          https://bücher.test/über                  | {https://bücher.test/über}
          https://例え.テスト/パス                   | {https://例え.テスト/パス}
          詳細はhttps://a.test/をご覧。              | 詳細は{https://a.test/をご覧}。
          「https://a.test」                         | 「{https://a.test}」
          http://oak.localhost:8081/@ada            | {http://oak.localhost:8081/@ada}
          http://localhost:80/                      | {http://localhost:80/}
          http://[::1]:8080/x                       | {http://[::1]:8080/x}
          https://192.0.2.1/x                       | {https://192.0.2.1/x}
          HTTPS://A.TEST                            | {HTTPS://A.TEST}
          gemini://a.test/ xmpp:a@b.test            | {gemini://a.test/} {xmpp:a@b.test}
          https://nodot https:// http://. javascript:x | https://nodot https:// http://. javascript:x
          xhttps://a.test a.test www.a.test         | xhttps://a.test a.test www.a.test
          https://a.test/#x $https://a.test         | {https://a.test/#x} $https://a.test
          https://a.test/@b/1 x                     | {https://a.test/@b/1} x
          سلام https://a.test/سلام، خوبی           | سلام {https://a.test/سلام}، خوبی
          @ada                                      | {ada@oak.test}
          Hi @ada, @bob@elm.test!                   | Hi {ada@oak.test}, {bob@elm.test}!
          @ada@elm.localhost:8082                   | {ada@elm.localhost:8082}
          @ada@elm.test: hello                      | {ada@elm.test}: hello
          @ada@elm.test:123456                      | {ada@elm.test}:123456
          @ada@Bücher.Test                          | {ada@xn--bcher-kva.test}
          @ada@例え.テスト                           | {ada@xn--r8jz45g.xn--zckzah}
          @adaさん @ada@elm.testさん                 | {ada@oak.test}さん {ada@elm.test}さん
          こんにちは@ada                              | こんにちは{ada@oak.test}
          @ada's @ada. @ada- (@ada)                 | {ada@oak.test}'s {ada@oak.test}. {ada@oak.test}- ({ada@oak.test})
          @a.b-c_d @_x_                             | {a.b-c_d@oak.test} {_x_@oak.test}
          @ada@ @@ada @                             | {ada@oak.test}@ @@ada @
          mail@elm.test a@b /@ada =@ada             | mail@elm.test a@b /@ada =@ada
          ＠ada                                      | {ada@oak.test}
          #one #Two_3 #3d                           | {#one} {#Two_3} {#3d}
          #123 # ## #_ #1_2                         | #123 # ## #_ #1_2
          #été #Straße #İstanbul                    | {#été} {#Straße} {#İstanbul}
          #日本語 ＃全角 #हिन्दी #ไทย #한국어         | {#日本語} {#全角} {#हिन्दी} {#ไทย} {#한국어}
          #سلام #می‌خواهم #עברית                     | {#سلام} {#می‌خواهم} {#עברית}
          #one, #two. (#three) #four!               | {#one}, {#two}. ({#three}) {#four}!
          #col·lecció #a· x                         | {#col·lecció} {#a}· x
          a#b /#c &#39; =#d                         | a#b /#c &#39; =#d
          今日は#猫です                               | 今日は{#猫です}
          #a#b                                      | {#a}#b
          #emoji😀                                  | {#emoji}😀
          """)
  void whatIsFound(String text, String expected) {
    assertThat(marked(text)).isEqualTo(expected);
  }

  @Test
  void nothingIsLost() {
    Trials.run(500, chance -> nothingIsLost(chance.text()));
  }

  private void nothingIsLost(String text) {
    for (String around :
        List.of("%s", "https://a.test/%s", "@a@%s", "#a%s", "%s@a %s#b https://%s")) {
      String full = around.replace("%s", text);
      assertThat(pieces.of(full).stream().map(Piece::source).collect(Collectors.joining()))
          .isEqualTo(full);
    }
  }
}
