-- Rows that we have put into a department's staging tables, with the day under which they hold them.
create table staged_row (
  back_end text not null,
  delivery text not null,
  day      date not null,                        -- business date, as their row has it
  primary key (back_end, delivery)
);
create index staged_row_day on staged_row (back_end, day);

-- How far the running sequence of a department's rows has come.
create table staged_sequence (
  back_end text primary key,
  highest  bigint not null
);

-- Places of it that we have not seen; told when they are still missing after a while.
create table staged_gap (
  back_end   text not null,
  first      bigint not null,
  last       bigint not null,
  noticed_at timestamptz not null,               -- wall time
  told_at    timestamptz,
  primary key (back_end, first),
  check (first <= last)
);

-- What a department says of a day, beside ours.
create table staged_day (
  back_end    text not null,
  day         date not null,
  ours        bigint not null,
  theirs      bigint not null,
  agreed      boolean not null,
  compared_at timestamptz not null,              -- wall time
  primary key (back_end, day)
);
