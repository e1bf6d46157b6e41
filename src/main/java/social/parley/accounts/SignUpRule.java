package social.parley.accounts;

import java.util.List;
import social.parley.core.Refused;

/** May this person sign up? Asked before anything is stored. */
public interface SignUpRule {
  /** What is wrong with it; nothing if it may go on. */
  List<Refused.Problem> check(SignUp signUp);

  /** Whether a moderator must say yes first, however open registration is. */
  default boolean needsApproval(SignUp signUp) {
    return false;
  }
}
