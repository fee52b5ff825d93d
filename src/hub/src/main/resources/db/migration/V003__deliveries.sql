create table delivery (
  case_number       text not null references hub_case (number),
  sequence          int not null,
  back_end          text not null,
  kind              text not null check (kind in ('APPLY', 'WITHDRAW')),
  item              text not null,
  state             text not null check (state in ('BEHIND', 'WAITING', 'SENDING', 'SENT', 'ANSWERED', 'UNCONFIRMED', 'PARKED', 'CANCELLED')),
  reason            text,                           -- why it is where it is: 'behind …/1', 'opens at …', an error's sentence
  error_code        text,
  publish_number    int not null default 0,         -- grows before each publish, part of _AMQ_DUPL_ID
  published         boolean not null default false, -- a message with this publish number is, or may be, in the lane
  due_at            timestamptz not null,           -- WAITING: next publish; published or SENDING: when its lease ends
  node              text,                           -- SENDING: the node that makes the attempt
  attempts          int not null default 0,         -- over its life: numbers the attempt rows
  tries             int not null default 0,         -- since it was last released: what the limit counts
  doubtful          boolean not null default false, -- the last attempt may have arrived: settle that first
  mapped            bytea,                          -- bytes as first mapped, zstd; what every retry sends
  mapped_type       text,
  mapping_version   text,
  connector_version text,
  their_number      text,
  note              text,                           -- a withdrawal's reason
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  primary key (case_number, sequence)
);

-- The relay looks for what is due, lane by lane; nothing else is in this index.
create index delivery_due on delivery (back_end, due_at) where state = 'WAITING';
create index delivery_in_lane on delivery (back_end, due_at) where state = 'WAITING' and published;
create index delivery_sending on delivery (due_at) where state = 'SENDING';
create index delivery_stuck on delivery (back_end, changed_at) where state in ('PARKED', 'UNCONFIRMED');
create index delivery_their_number on delivery (back_end, their_number) where their_number is not null;

-- One row per try, committed before the call (P3).
create table attempt (
  case_number text not null,
  sequence    int not null,
  number      int not null,
  kind        text not null check (kind in ('SEND', 'ASK')),
  node        text not null,
  began_at    timestamptz not null,
  ended_at    timestamptz,
  outcome     text,                                 -- null while under way, or when its node died
  primary key (case_number, sequence, number),
  foreign key (case_number, sequence) references delivery (case_number, sequence)
);
