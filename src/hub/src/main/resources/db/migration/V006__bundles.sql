-- A connector version is a bundle that never changes, kept under its digest; a folder is only the way in.
create table bundle (
  digest   text primary key,                        -- SHA-256 of the content, lower-case hexadecimal
  back_end text not null,
  content  bytea not null,                          -- zip: connector/… and mappings/…
  taken_at timestamptz not null default now()
);

-- The one row that all nodes follow.
create table bundle_active (
  back_end  text primary key,
  digest    text not null references bundle (digest),
  chosen_by text,                                   -- null: as shipped
  since     timestamptz not null default now()
);
