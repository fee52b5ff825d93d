package city.tongban.account;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id by OWASP's measure: 19 MiB, two passes, one lane. */
@Component
class PasswordHasher {
  static final int CHARS_MAX = 200;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  /** Limits the memory that many log-ins at the same time can take. */
  private static final int AT_ONCE = 4;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodys = argon2.encode("nobody has this one");

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return argon2.encode(password);
    } finally {
      turns.release();
    }
  }

  /** Takes the same time whether or not the account exists. */
  boolean fits(String password, @Nullable String hash) {
    boolean possible = hash != null && password.length() <= CHARS_MAX;
    turns.acquireUninterruptibly();
    try {
      return argon2.matches(possible ? password : "", hash == null ? nobodys : hash) && possible;
    } finally {
      turns.release();
    }
  }
}
