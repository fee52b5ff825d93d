-- What a department says that it answered on a day, held against what we were told: a row for each day, asked for until it comes.
create table day_statement (
  back_end     text not null,
  day          date not null,                       -- business date
  state        text not null check (state in ('AWAITED', 'AGREED', 'DIFFERENT')),
  code         text,                                -- AWAITED: why it has not come or is not believed
  due_at       timestamptz not null,                -- wall clock. AWAITED: when it is asked for next
  tries        int not null default 0,
  theirs       int,                                 -- lines on their statement
  ours         int,                                 -- questions that we were answered that day
  differences  int,
  digest       text,                                -- theirs, which its lines bear out
  changed_at   timestamptz not null,                -- wall clock
  primary key (back_end, day)
);

create index day_statement_awaited on day_statement (back_end, due_at) where state = 'AWAITED';
