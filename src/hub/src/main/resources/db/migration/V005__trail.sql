-- Monthly partitions by wall clock; trail_ahead() is called at start and daily, the default catches what nobody foresaw.
create table trail (
  id                text not null,
  at                timestamptz not null,           -- wall clock
  business_at       timestamptz not null,
  stage             text not null,
  event             text not null,
  case_number       text,
  delivery_sequence int,
  partner           text,
  in_type           text,
  in_digest         bytea,
  in_size           int,
  in_body           bytea,                          -- zstd
  out_type          text,
  out_digest        bytea,
  out_size          int,
  out_body          bytea,
  connector_version text,
  mapping_version   text,
  request_in        timestamptz,
  request_out       timestamptz,
  answer_in         timestamptz,
  answer_out        timestamptz,
  error_code        text,
  error             text,                           -- JSON of what, why, fix, at
  detail            text,
  node              text not null,
  primary key (id, at)
) partition by range (at);

create table trail_default partition of trail default;

create index trail_case on trail (case_number, at);

-- Bodies are compressed before they come here.
alter table trail alter column in_body set storage external;
alter table trail alter column out_body set storage external;

create function trail_ahead(months int) returns void language plpgsql as $$
declare
  first date := date_trunc('month', now())::date;
begin
  for i in 0..months loop
    execute format(
      'create table if not exists %I partition of trail for values from (%L) to (%L)',
      'trail_' || to_char(first + make_interval(months => i), 'YYYYMM'),
      first + make_interval(months => i), first + make_interval(months => i + 1));
  end loop;
end $$;
