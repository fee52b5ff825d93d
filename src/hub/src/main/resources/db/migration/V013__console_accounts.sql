-- Who may log in to the console. A version grows when the account is disabled or gets a password, and ends its sessions.
create table console_account (
  name       text primary key,
  role       text not null check (role in ('OPERATOR', 'ENGINEER', 'AUDITOR')),
  hash       text not null,                          -- Argon2id with its parameters and salt
  disabled   boolean not null default false,
  version    int not null default 1,
  made_at    timestamptz not null,                   -- wall clock, as all here
  changed_at timestamptz not null
);

-- Wrong tries, by name and by source; rows live for minutes. Digests: a name typed in haste may be a password.
create table log_in_try (
  whose   text primary key,                          -- 'name ' or 'source ' and SHA-256 of it
  failed  int not null,
  last_at timestamptz not null,
  free_at timestamptz not null                       -- until then nothing is looked at
);

-- Whoever gives accounts has a token of its own: the operator's must not make auditors.
alter table partner drop constraint partner_kind_check;
alter table partner add constraint partner_kind_check check (kind in ('CENTRE', 'BACK_END', 'OPERATOR', 'ADMINISTRATOR'));

-- The record of who read what is looked at by itself.
create index trail_readings on trail (id) where stage = 'trace';
