package city.tongban.api;

import city.tongban.account.Account;
import city.tongban.account.Accounts;
import city.tongban.account.Role;
import city.tongban.canonical.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages console accounts, with the administrator's token only. */
@RestController
class AccountController {
  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  record Listing(List<AccountAnswer> accounts) {}

  record AccountAnswer(String name, Role role, boolean disabled, String madeAt, String changedAt) {
    static AccountAnswer of(Account account) {
      return new AccountAnswer(
          account.name(),
          account.role(),
          account.disabled(),
          CityTime.of(account.madeAt()).toString(),
          CityTime.of(account.changedAt()).toString());
    }
  }

  record NewAccount(@Nullable String name, @Nullable Role role, @Nullable String password) {}

  record NewPassword(@Nullable String password) {}

  @GetMapping("/api/v1/accounts")
  Listing all() {
    return new Listing(accounts.all().stream().map(AccountAnswer::of).toList());
  }

  @PostMapping("/api/v1/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  Listing add(@RequestBody byte[] body) {
    NewAccount asked = JsonRequestReader.read(body, NewAccount.class);
    if (asked.name() == null || asked.role() == null || asked.password() == null) {
      throw missing("name, role and password");
    }
    accounts.add(asked.name(), asked.role(), asked.password());
    return all();
  }

  @PostMapping("/api/v1/accounts/{name}/reset")
  Listing reset(@PathVariable String name, @RequestBody byte[] body) {
    NewPassword asked = JsonRequestReader.read(body, NewPassword.class);
    if (asked.password() == null) {
      throw missing("password");
    }
    accounts.reset(name, asked.password());
    return all();
  }

  @PostMapping("/api/v1/accounts/{name}/disable")
  Listing disable(@PathVariable String name) {
    accounts.disable(name);
    return all();
  }

  private static Refusal missing(String fields) {
    return Refusal.of("HUB-1004", "one of these required fields is missing: %s", fields)
        .fix("see /docs");
  }
}
