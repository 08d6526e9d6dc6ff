-- Who has acted is forgotten with the last entry of it, as names of subjects are: in the same
-- statement of the same purge, by the same record, and so never while the log is held.
create or replace function purge_batch(of_stream text, most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    of_topic text := 'rollbook.' || of_stream || '.v1';
    bound integer := least(most, 10000);
    law record;
    deleted integer;
    positions bigint[];
    names text[];
    actors entry_actor[];
begin
    -- Not beside what writes the tenant's log: a hold that was applied is seen.
    perform from applied where tenant = whose order by topic for update;
    select * into law from lawful_purge(of_stream);
    perform set_config('rollbook.purging', of_stream, true);
    if of_stream = 'custody' then
        delete from custody_entry where tenant = whose and number in (
            select number from custody_entry
            where tenant = whose and number <= law.last order by number limit bound);
        get diagnostics deleted = row_count;
    else
        with chosen as (
            select number from entry_event
            where tenant = whose and topic = of_topic and number <= law.last
            order by number limit bound
        ), dropped as (
            delete from entry_event
            where tenant = whose and topic = of_topic and number in (select number from chosen)
            returning entry_position
        )
        select count(*), array_agg(distinct entry_position) into deleted, positions from dropped;
        with dropped as (
            delete from entry e
            where e.tenant = whose and e.position = any(positions) and not exists (
                select from entry_event v
                where v.tenant = whose and v.entry_position = e.position)
            returning e.subject_name,
                row(e.tenant, e.actor_kind, e.actor_id, left(coalesce(e.actor_name, ''), 500))
                    ::entry_actor as actor
        )
        select array_agg(distinct subject_name), array_agg(distinct actor) into names, actors
            from dropped;
        delete from entry_name n
        where n.tenant = whose and n.name = any(names) and not exists (
            select from entry e where e.tenant = whose and e.subject_name = n.name);
        -- The oldest of the actor's entries come first: as long as there are others of a name that
        -- went, the first look finds one.
        delete from entry_actor a using unnest(actors) as gone
        where a.tenant = whose and a.actor_kind = gone.actor_kind and a.actor_id = gone.actor_id
            and a.actor_name = gone.actor_name and not exists (
                select from entry e
                where e.tenant = whose and e.actor_id = a.actor_id and e.actor_kind = a.actor_kind
                    and left(coalesce(e.actor_name, ''), 500) = a.actor_name);
    end if;
    perform set_config('rollbook.purging', '', true);
    return deleted;
end $$;

-- Those that purges before this left behind.
alter table entry no force row level security;
alter table entry_actor no force row level security;
delete from entry_actor a where not exists (
    select from entry e
    where e.tenant = a.tenant and e.actor_id = a.actor_id and e.actor_kind = a.actor_kind
        and left(coalesce(e.actor_name, ''), 500) = a.actor_name);
alter table entry force row level security;
alter table entry_actor force row level security;
