-- One file that carries many deliveries to one back-end.
create table batch (
  number            bigint generated always as identity primary key,
  back_end          text not null,
  state             text not null check (state in ('OPEN', 'CLOSED', 'SENDING', 'SENT', 'ANSWERED', 'UNCONFIRMED', 'PARKED')),
  reason            text,
  error_code        text,
  lines             int not null default 0,         -- while it is OPEN; it closes at the connector's limit
  closes_at         timestamptz not null,           -- business clock
  results_at        timestamptz,                    -- business clock, from when their results are awaited; null while OPEN
  file_name         text,                           -- null while OPEN
  content           bytea,                          -- composed once after closing, sealed; what every try sends
  digest            bytea,                          -- SHA-256 of the content
  due_at            timestamptz not null,           -- wall clock. CLOSED: next try; SENDING: when its lease ends
  node              text,                           -- SENDING: the node that makes the attempt
  attempts          int not null default 0,         -- over its life: numbers the attempt rows
  tries             int not null default 0,         -- what the limit counts
  doubtful          boolean not null default false, -- the last attempt may have arrived
  connector_version text,
  opened_at         timestamptz not null,           -- wall clock
  changed_at        timestamptz not null,
  unique (back_end, file_name)
);

create unique index batch_open on batch (back_end) where state = 'OPEN';
create index batch_due on batch (back_end, due_at) where state in ('CLOSED', 'SENDING');
create index batch_awaited on batch (back_end) where state = 'SENT';

-- A delivery's place in a file. One that is resent after its file was refused gets another place in a later batch.
create table batch_line (
  batch       bigint not null references batch (number),
  position    bigint generated always as identity,
  case_number text not null,
  sequence    int not null,
  answered    boolean not null default false,       -- a line about it has been taken, whatever it said
  primary key (batch, case_number, sequence),
  foreign key (case_number, sequence) references delivery (case_number, sequence)
);

create index batch_line_delivery on batch_line (case_number, sequence);

-- One row per try, committed before the call (P3).
create table batch_attempt (
  batch    bigint not null references batch (number),
  number   int not null,
  node     text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  outcome  text,                                    -- null while under way, or when its node died
  primary key (batch, number)
);

-- What a back-end wrote, known by name and content: taken once, or refused once and reported once.
create table result_file (
  back_end text not null,
  name     text not null,
  digest   bytea not null,                          -- SHA-256
  code     text,                                    -- why it was refused; null when it was taken
  seen_at  timestamptz not null,                    -- business clock
  primary key (back_end, name, digest)
);

create unique index result_file_taken on result_file (back_end, name) where code is null;
