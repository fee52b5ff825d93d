-- What is stored of residents is sealed from here on. A database that was made before holds it in the clear:
-- it was never released, and is not taken over.
do $$
begin
  if exists (select 1 from hub_case) then
    raise exception 'this database was made before payloads were encrypted; start with an empty data folder';
  end if;
end $$;

-- One sealed word per key that ever sealed something here; tells a wrong key file at start.
create table vault_key (
  id   int primary key,
  word bytea not null
);

-- Words of departments and residents; sealed like the payloads.
alter table hub_case drop column reason;
alter table hub_case add column reason bytea;
alter table delivery drop column note;
alter table delivery add column note bytea;             -- a withdrawal's reason
alter table notice drop column body;
alter table notice add column body bytea not null;      -- JSON

-- How a case is found by a person: HMAC-SM3 of a number or a name. Apart from everything else, so that it may be
-- written anew under another key.
create table search_key (
  kind        text not null check (kind in ('ID', 'NAME')),
  hash        bytea not null,
  case_number text not null,
  primary key (kind, hash, case_number)
);
