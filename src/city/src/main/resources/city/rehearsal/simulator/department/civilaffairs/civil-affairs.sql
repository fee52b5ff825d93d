-- The exchange database of civil affairs, agreement 3.0.
create table if not exists ex_partner (
  partner    text primary key,
  last_seq   bigint not null default 0,           -- of the rows that it has put in
  closed_day date not null default '1970-01-01'   -- counted; nothing comes in under it any more
);
insert into ex_partner (partner) values ('{hub}') on conflict do nothing;

-- Table 1: applications.
create table if not exists ex_apply_in (
  delivery_id   varchar(64) primary key,
  case_no       varchar(32) not null,
  matter        varchar(8) not null constraint matter_known check (matter in ('JLK', 'DBZM', 'DSRZM', 'YBZM')),
  name          varchar(60) not null constraint name_said check (name = btrim(name) and name <> ''),
  id_type       varchar(1) not null,
  id_no         varchar(20) not null,
  mobile        varchar(20),
  agent_name    varchar(60),
  agent_id_type varchar(1),
  agent_id_no   varchar(20),
  street        varchar(9),
  centre        varchar(11) not null,
  applied_on    date not null,
  papers        varchar(1000),
  family_size   smallint,
  month_income  numeric(12, 2),
  medical_cost  numeric(12, 2),
  illness       varchar(60),
  purpose       varchar(100),
  card_address  varchar(200),
  bank_card     varchar(19),
  sent_on       date not null,                    -- the partner's business day; its account is made by it
  partner       text not null,
  seq           bigint not null,
  received_at   timestamptz not null,
  picked_by     text,
  picked_until  timestamptz,
  taken_at      timestamptz,
  unique (partner, seq)
);

-- Table 2: withdrawals.
create table if not exists ex_withdraw_in (
  delivery_id  varchar(64) primary key,
  case_no      varchar(32) not null,
  original_id  varchar(64) not null,
  reason       varchar(100) not null,
  sent_on      date not null,
  partner      text not null,
  seq          bigint not null,
  received_at  timestamptz not null,
  picked_by    text,
  picked_until timestamptz,
  taken_at     timestamptz,
  unique (partner, seq)
);

-- Table 3: what the office says, in a running sequence.
create table if not exists ex_result_out (
  seq          bigint primary key,
  result_id    varchar(64) not null,              -- the same for the same result, however often it stands here
  delivery_id  varchar(64) not null,
  their_no     varchar(40),
  outcome      varchar(4) not null,
  reason       text,
  decided_at   varchar(40) not null,
  digest       varchar(64) not null,              -- SM3
  picked_by    text,
  picked_until timestamptz,
  picked_at    timestamptz,
  looks        int not null default 0,
  flag         text,                              -- why a reader could not understand it
  flagged_at   timestamptz
);
create index if not exists ex_result_out_open on ex_result_out (seq) where picked_at is null and flagged_at is null;
create table if not exists ex_result_seen (seq bigint primary key);

-- Table 4: what was taken in on a day.
create table if not exists ex_day_out (
  day          date primary key,
  row_count    bigint not null,
  digest       varchar(64) not null,              -- SM3 over the ids in order, one on each line
  picked_by    text,
  picked_until timestamptz,
  picked_at    timestamptz,
  looks        int not null default 0,
  flag         text,
  flagged_at   timestamptz
);

-- A row gets its partner's next number, unless the day is closed; one after the other, so that a closed day is closed.
create or replace function ex_number() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ex_partner set last_seq = last_seq + 1 where partner = session_user and closed_day < new.sent_on returning last_seq into new.seq;
  if not found then
    raise exception 'the day is closed' using errcode = 'EX001';
  end if;
  new.partner := session_user;
  new.received_at := clock_timestamp();
  new.picked_by := null;
  new.picked_until := null;
  new.taken_at := null;
  return new;
end $$;
create or replace trigger ex_apply_number before insert on ex_apply_in for each row execute function ex_number();
create or replace trigger ex_withdraw_number before insert on ex_withdraw_in for each row execute function ex_number();

revoke create on schema public from public;
grant select, insert on ex_apply_in, ex_withdraw_in to {hub};
grant select, update (picked_by, picked_until, picked_at, looks, flag, flagged_at) on ex_result_out, ex_day_out to {hub};
