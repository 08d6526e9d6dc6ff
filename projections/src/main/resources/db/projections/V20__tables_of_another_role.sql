-- The tables belong to the role that this migration runs as, which the service takes on to migrate or rebuild
-- and lays down again. With its own role it works on the rows and can't lift a policy. Where there is
-- one role only, this changes nothing.
do $$
begin
    execute format('grant usage on schema %I to %I', current_schema(), session_user);
    execute format(
        'grant select, insert, update, delete on all tables in schema %I to %I',
        current_schema(), session_user);
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
        current_schema(), session_user);
end
$$;
