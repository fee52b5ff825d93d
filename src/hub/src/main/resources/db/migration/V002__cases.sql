-- One serial for the whole city; a number is unique through its district, its day and this. nextval is outside
-- every transaction, so intake never queues for a number. It comes round after 999,999: far more than a day holds.
create sequence case_serial minvalue 1 maxvalue 999999 cycle;

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
  sender_message_id text not null,
  collecting_centre text not null,
  home_centre       text not null,
  collected_at      timestamptz not null,
  received_at       timestamptz not null,           -- business clock
  late_upload       boolean not null,               -- collected off-line, uploaded later
  deadline          date,                           -- null: PENDING CALENDAR
  canonical         bytea not null,                 -- canonical XML, zstd
  traceparent       text not null,
  changed_at        timestamptz not null            -- wall clock
);

create index hub_case_recent on hub_case (changed_at desc);
