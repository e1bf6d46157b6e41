package social.parley;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import social.parley.accounts.Household;
import social.parley.signatures.KeySource;

/** Makes people in a hundredth of the time: passwords cheap to try, key pairs used again. */
public final class LittleEffort {
  public static final Effort EFFORT = new Effort(new FewKeys(), Household.CHEAP);

  private LittleEffort() {}

  /** Hands out different pairs until there are as many as no test needs to tell apart. */
  private static final class FewKeys implements KeySource {
    private static final int MOST = 64;

    private final List<KeyPair> rsa = new ArrayList<>();
    private int next;

    @Override
    public synchronized KeyPair rsa() {
      int index = next++ % MOST;
      if (index == rsa.size()) rsa.add(KeySource.FRESH.rsa());
      return rsa.get(index);
    }

    @Override
    public KeyPair ed25519() {
      return KeySource.FRESH.ed25519();
    }
  }
}
