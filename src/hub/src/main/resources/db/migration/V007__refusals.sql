-- Refusals are counted in rows, so that in = out + refused + parked + waiting can be asked of one snapshot (P6).
-- A refusal of an authenticated sender's parsable message has a trail row as well; the rest only raise this count.
create table refusal_count (
  source text not null,                             -- partner id, or 'unauthenticated'
  day    date not null,
  code   text not null,
  count  bigint not null,
  primary key (source, day, code)
);
