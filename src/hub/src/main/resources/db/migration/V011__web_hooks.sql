-- Numbers of claims; never used twice, also when a web-hook is removed and registered again.
create sequence web_hook_claim;

-- A centre's own web-hook: where its notices are pushed and how far they are. Without a row it reads its inbox only.
create table web_hook (
  receiver   text primary key,                      -- centre code
  url        text not null,
  state      text not null check (state in ('ACTIVE', 'PARKED', 'DISABLED')),
  taken      bigint not null,                       -- number of the last notice taken or skipped: the push's cursor
  last       bigint not null,                       -- number of the last notice there is; written under this row's lock, so no wake-up is lost
  due_at     timestamptz,                           -- next push, wall clock; claimed: when the lease ends; null: nothing to push
  claim      bigint not null,                       -- whose books are written: who holds another one has lost it
  node       text,                                  -- who holds the claim
  tries      int not null default 0,                -- failed ones of the notice at the head, since it was last released
  probed     boolean not null default false,        -- failed or slow the last time: goes by the few slots kept for such
  reason     text,                                  -- why it is where it is
  error_code text,
  made_at    timestamptz not null,
  changed_at timestamptz not null
);

create index web_hook_due on web_hook (probed, due_at) where due_at is not null;
create index web_hook_stuck on web_hook (changed_at) where state <> 'ACTIVE';

-- What a receiver's notices are signed with; during a rotation the old one signs too.
create table web_hook_secret (
  receiver text not null references web_hook (receiver) on delete cascade,
  key_id   text not null,
  secret   bytea not null,                          -- sealed
  made_at  timestamptz not null,
  ends_at  timestamptz,                             -- null: the one in use
  primary key (receiver, key_id)
);
