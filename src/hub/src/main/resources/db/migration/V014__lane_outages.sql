-- A back-end that cannot be reached, or does not know us: a row while that is so. Its deliveries wait and cost no tries;
-- one of them is let through at each probe, and what it finds decides.
create table lane_outage (
  back_end text primary key,
  since    timestamptz not null,
  code     text not null,
  reason   text not null,
  probes   int not null,
  probe_at timestamptz not null,
  probe    text                    -- the publish that may go: delivery id # publish number
);
