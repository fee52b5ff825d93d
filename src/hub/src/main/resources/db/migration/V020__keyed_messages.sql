-- What the hub says in a trace step or as a delivery's reason is a key and its arguments, rendered from message files.
-- Rows that have text only (detail, reason) were written by an older version, or hold a person's own words or an error's
-- sentence. They are shown as they are and never rewritten.
alter table trail add column detail_key text;
alter table trail add column detail_args jsonb;
alter table delivery add column reason_key text;
alter table delivery add column reason_args jsonb;
