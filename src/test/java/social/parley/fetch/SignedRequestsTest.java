package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.fetch.SignedRequests.Form;
import social.parley.signatures.Algorithm;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;

class SignedRequestsTest {
  private static final Iri ADA = new Iri("https://one.example/ada");
  private static final SigningKey KEY =
      new SigningKey(ADA, ADA, Keys.generateEd25519().getPrivate(), Algorithm.ED25519);

  private final SignedRequests requests = new SignedRequests(new TestClock());

  /** Asks the host and says in which forms it was asked. */
  private List<Form> asked(String url, Integer... statuses) throws IOException {
    HttpRequestParts request = HttpRequestParts.of("GET", new Iri(url), Map.of(), new byte[0]);
    Deque<Integer> answers = new ArrayDeque<>(List.of(statuses));
    List<Form> forms = new ArrayList<>();
    requests.send(
        request,
        KEY,
        added -> {
          forms.add(added.containsKey("Signature-Input") ? Form.RFC9421 : Form.DRAFT);
          return new Answer(answers.removeFirst(), Map.of(), new byte[0]);
        });
    assertThat(answers).isEmpty();
    return forms;
  }

  @Test
  void asksOnceWhereTheDraftIsTaken() throws IOException {
    assertThat(asked("https://two.example/", 200)).containsExactly(Form.DRAFT);
    assertThat(asked("https://two.example/", 404)).containsExactly(Form.DRAFT);
    assertThat(asked("https://two.example/", 403)).containsExactly(Form.DRAFT);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void remembersWhoWantsTheNewForm(int status) throws IOException {
    assertThat(asked("https://two.example/", status, 200))
        .containsExactly(Form.DRAFT, Form.RFC9421);
    assertThat(asked("https://two.example/a?b", 200)).containsExactly(Form.RFC9421);
    assertThat(asked("https://three.example/", 200)).containsExactly(Form.DRAFT);
    assertThat(asked("https://two.example/", 401, 200)).containsExactly(Form.RFC9421, Form.DRAFT);
    assertThat(asked("https://two.example/", 200)).containsExactly(Form.DRAFT);
  }

  @Test
  void triesWithoutTheQueryLast() throws IOException {
    assertThat(asked("https://two.example/?page=1", 401, 401, 200))
        .containsExactly(Form.DRAFT, Form.RFC9421, Form.DRAFT);
    assertThat(asked("https://two.example/?page=2", 200)).containsExactly(Form.DRAFT);
  }

  @Test
  void doesNotKnockThriceOnADoorThatStaysShut() throws IOException {
    assertThat(asked("https://two.example/", 401, 401)).hasSize(2);
    assertThat(asked("https://two.example/", 401)).containsExactly(Form.DRAFT);
    assertThat(asked("https://two.example/", 200)).containsExactly(Form.DRAFT);
    assertThat(asked("https://two.example/", 401, 401)).hasSize(2);
  }

  @Test
  void threadsSaysMissingToASignatureItDislikes() throws IOException {
    assertThat(asked("https://www.threads.net/ap/users/1/", 404, 200))
        .containsExactly(Form.DRAFT, Form.RFC9421);
  }
}
