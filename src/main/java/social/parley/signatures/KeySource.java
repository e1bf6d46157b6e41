package social.parley.signatures;

import java.security.KeyPair;

/** Where the key pairs of new actors come from. */
public interface KeySource {
  /** Makes each one anew. */
  KeySource FRESH =
      new KeySource() {
        @Override
        public KeyPair rsa() {
          return Keys.generateRsa();
        }

        @Override
        public KeyPair ed25519() {
          return Keys.generateEd25519();
        }
      };

  KeyPair rsa();

  KeyPair ed25519();
}
