package city.tongban.account;

import java.time.Instant;

/**
 * Somebody who may log in to the console; the password's hash stays in the table.
 *
 * @param changedAt when the account last got a password or was disabled, wall clock
 */
public record Account(
    String name, Role role, boolean disabled, Instant madeAt, Instant changedAt) {}
