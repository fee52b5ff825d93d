package city.tongban.account;

import city.tongban.canonical.Refusal;
import city.tongban.partner.SecretFiles;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The accounts of the console. */
@Service
public class Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
  private static final int PASSWORD_CHARS_MIN = 15;

  private final AccountTable table;
  private final PasswordHasher passwords;
  private final SecretFiles secrets;
  private final Clock wall;

  Accounts(AccountTable table, PasswordHasher passwords, SecretFiles secrets, Clock wall) {
    this.table = table;
    this.passwords = passwords;
    this.secrets = secrets;
    this.wall = wall;
  }

  /**
   * One account per role, made when a database is new; the password lies in a secret file until
   * somebody resets it.
   */
  @PostConstruct
  void begin() {
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      if (table.key(name).isEmpty()) {
        String hash = passwords.hash(secrets.readOrMake(secret(name)));
        table.insert(name, role, hash, wall.instant()); // another node may be first
      }
    }
  }

  public List<Account> all() {
    return table.all();
  }

  public void add(String name, Role role, String password) {
    if (!NAME.matcher(name).matches()) {
      throw Refusal.of("HUB-1052", "the name of the account has the wrong form")
          .because("it begins with a-z and has 2 to 32 of a-z, 0-9, dot, hyphen, underscore")
          .fix("choose another name")
          .at("/name");
    }
    if (!table.insert(name, role, hash(password), wall.instant())) {
      throw Refusal.of("HUB-1053", "an account %s exists already", name)
          .because("a name is never reused, because the trace refers to it")
          .fix("reset that account, or choose another name");
    }
  }

  /** Opens the account with a new password and ends its sessions. */
  public void reset(String name, String password) {
    if (!table.reset(name, hash(password), wall.instant())) {
      throw unknown();
    }
    secrets.forget(secret(name)); // what it says is no longer true
  }

  /** Closes the account and ends its sessions at once; what it did stays in the trail. */
  public void disable(String name) {
    if (!table.disable(name, wall.instant())) {
      throw unknown();
    }
  }

  private String hash(String password) {
    if (password.length() < PASSWORD_CHARS_MIN || password.length() > PasswordHasher.CHARS_MAX) {
      throw Refusal.of(
              "HUB-1055",
              "a password has %d to %d characters",
              PASSWORD_CHARS_MIN,
              PasswordHasher.CHARS_MAX)
          .fix("./hub account can generate one")
          .at("/password");
    }
    return passwords.hash(password);
  }

  private static String secret(String name) {
    return "console-" + name;
  }

  private static Refusal unknown() {
    return Refusal.of("HUB-1054", "there is no such account")
        .fix("list the accounts: ./hub account list");
  }
}
