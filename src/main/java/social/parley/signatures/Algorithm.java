package social.parley.signatures;

/** The kinds of key that this server signs with. */
public enum Algorithm {
  RSA,
  ED25519
}
