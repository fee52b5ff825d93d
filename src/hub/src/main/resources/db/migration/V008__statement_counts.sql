-- What the hub asks of the database, counted by the database itself; empty where the server does not load the library.
create extension if not exists pg_stat_statements;
