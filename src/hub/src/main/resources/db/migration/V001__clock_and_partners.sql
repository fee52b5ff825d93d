-- The business clock: business = business_anchor + (wall - wall_anchor) * speed. One row; never runs backwards.
create table business_clock (
  only_row        boolean primary key default true check (only_row),
  wall_anchor     timestamptz not null,
  business_anchor timestamptz not null,
  speed           double precision not null check (speed >= 0)
);

-- Who may speak to the hub. Only a digest of the token is kept.
create table partner (
  id           text primary key,                    -- centre-31010100201, housing, operator
  kind         text not null check (kind in ('CENTRE', 'BACK_END', 'OPERATOR')),
  scope        text not null,                       -- centre code, back-end folder, or '*'
  token_digest bytea not null unique,               -- SHA-256; tokens are 256 random bits, so no salt is needed
  made_at      timestamptz not null default now()
);
