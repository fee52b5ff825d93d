-- Serial numbers are taken in blocks per district and day, so that intake does not queue at one row.
create table case_serial (
  district text not null,
  day      date not null,
  next     bigint not null,
  primary key (district, day)
);

-- The inbox decides P2: one row per accepted message of a sender; a refused message leaves none.
create table inbox (
  sender      text not null,
  message_id  text not null,
  digest      bytea not null,                       -- SHA-256 of the body as received
  subject     text,                                 -- case number or delivery id that it became or spoke of
  answer      text not null,                        -- what the sender was told, told again to a repeat
  received_at timestamptz not null,
  primary key (sender, message_id)
);

create table hub_case (
  number            text primary key,
  item              text not null,
  state             text not null check (state in ('COLLECTED', 'ACCEPTED', 'UNDER_REVIEW', 'DECIDED', 'REFUSED', 'WITHDRAWN')),
  outcome           text,                           -- APPROVED or REJECTED once decided
  reason            text,
  back_end          text not null,
  sender            text not null,                  -- partner that submitted it
  collecting_centre text not null,
  home_centre       text not null,
  collected_at      timestamptz not null,
  received_at       timestamptz not null,           -- business clock
  late_upload       boolean not null,               -- collected off-line, uploaded later
  deadline          date,                           -- null: PENDING CALENDAR
  canonical         bytea not null,                 -- canonical XML, zstd
  traceparent       text not null,
  changed_at        timestamptz not null
);
