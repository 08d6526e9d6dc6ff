-- Makes an empty table like another: columns, indexes, options, row-level security and its policies.
-- A rebuild fills such copies beside the tables that serve, and then puts them in their place; so
-- a later migration of a table holds for its copies as well.
create function copy_structure(source text, copy text) returns void language plpgsql as $$
declare
    original pg_class;
    policy pg_policies;
begin
    select * into strict original from pg_class where oid = source::regclass;
    execute format('create table %I (like %I including all)', copy, source);
    if original.reloptions is not null then
        execute format('alter table %I set (%s)', copy, array_to_string(original.reloptions, ', '));
    end if;
    if original.relrowsecurity then
        execute format('alter table %I enable row level security', copy);
        execute format('alter table %I force row level security', copy);
    end if;
    for policy in
        select * from pg_policies where schemaname = current_schema() and tablename = source
    loop
        execute format(
            'create policy %I on %I for %s using (%s)',
            policy.policyname, copy, policy.cmd, policy.qual);
    end loop;
end
$$;
