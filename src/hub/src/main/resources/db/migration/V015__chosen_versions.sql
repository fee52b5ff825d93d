-- A person chooses the version of a connector while the hub runs.

-- What the program that started last brought with it: where `activate --as-shipped` goes back to.
alter table bundle_active add column shipped text references bundle (digest);

-- Null for what was shipped; else the person who sent it. What was sent and never used goes after a while.
alter table bundle add column sent_by text;

-- Every change of the active version, for good: who, when, why. The trail's versions are explained by it.
create table bundle_activation (
  id        bigint generated always as identity primary key,
  back_end  text not null,
  digest    text not null references bundle (digest),
  before    text references bundle (digest),        -- null: there was none
  chosen_by text,                                   -- null: as shipped, by a start of the program
  reason    text,
  back      boolean not null default false,         -- a rollback: what was before is before again
  at        timestamptz not null default now()      -- wall clock
);

create index bundle_activation_of on bundle_activation (back_end, id);

insert into bundle_activation (back_end, digest, chosen_by, at)
select back_end, digest, chosen_by, since from bundle_active order by since;

update bundle_active set shipped = digest where chosen_by is null;

create function never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are added and never changed', tg_table_name;
end $$;

create trigger bundle_activation_stays before update or delete on bundle_activation
  for each row execute function never_changes();

-- What went to a back-end lately is looked for when a changed mapping is tried on it.
create index delivery_of_back_end on delivery (back_end, created_at);

-- Who changes connectors has a token of its own: whoever moves deliveries does not change what they say.
alter table partner drop constraint partner_kind_check;
alter table partner add constraint partner_kind_check
  check (kind in ('CENTRE', 'BACK_END', 'OPERATOR', 'ADMINISTRATOR', 'ENGINEER'));
