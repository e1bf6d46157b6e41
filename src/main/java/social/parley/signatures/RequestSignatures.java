package social.parley.signatures;

import java.util.Optional;

/** The one door for signed requests that come in, whichever form of signature they carry. */
public final class RequestSignatures {
  private RequestSignatures() {}

  /**
   * The signature on this request, or nothing when it carries none.
   *
   * @throws MalformedSignature when it carries one that cannot be read
   */
  public static Optional<PresentedSignature> parse(HttpRequestParts request) {
    if (request.header("signature-input") != null)
      return Optional.of(MessageSignature.parse(request));
    return DraftSignature.find(request).map(header -> DraftSignature.parse(request, header));
  }
}
