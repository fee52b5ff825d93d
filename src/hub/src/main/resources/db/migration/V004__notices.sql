-- A receiver's notices are numbered without gaps under its own row's lock, so that a cursor never skips one.
create table notice_receiver (
  receiver text primary key,                        -- centre code
  last     bigint not null
);

create table notice (
  receiver    text not null,
  number      bigint not null,
  id          text not null unique,
  case_number text not null references hub_case (number),
  event       text not null,                        -- city.tongban.case.decided …
  body        text not null,                        -- JSON
  made_at     timestamptz not null,                 -- business clock
  primary key (receiver, number)
);
