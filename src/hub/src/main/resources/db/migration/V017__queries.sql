-- Questions that are answered at the counter. A row is written before the department is asked, and says what became of it.
create table query (
  number            text primary key,               -- of the same serial as the cases
  item              text not null,
  state             text not null check (state in ('ASKED', 'ANSWERED', 'UNANSWERED')),
  outcome           text,                           -- FOUND, NOT_FOUND or NOT_ACCEPTED once answered
  code              text,                           -- why it is unanswered
  back_end          text not null,
  connector_version text not null,                  -- that asked last
  sender            text not null,
  collecting_centre text not null,
  home_centre       text not null,
  collected_at      timestamptz not null,
  received_at       timestamptz not null,           -- business clock
  answered_at       timestamptz,                    -- as the department says, business clock
  canonical         bytea not null,                 -- sealed
  told              bytea,                          -- what the centre was told, sealed
  tries             int not null,
  lease_until       timestamptz,                    -- wall clock; while it is being asked
  changed_at        timestamptz not null            -- wall clock
);

create index query_asked on query (lease_until) where state = 'ASKED';
-- the departments' day-end statements are held against it
create index query_answered on query (back_end, answered_at);
