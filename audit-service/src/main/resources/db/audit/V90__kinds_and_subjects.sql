-- What many entries have in common is kept once: what kind they are of, and whom they are about. An
-- entry is found by the two, in the order of time, where eight indexes were written before. Both are
-- named by what they say (SHA-256, half of it), so that nobody looks them up to write, a log that is
-- built again has the same names, and no two can be made that share one.
drop index entry_by_status, entry_by_action, entry_by_target_type, entry_by_target, entry_by_source,
    entry_by_name, entry_by_actor, entry_by_error;

alter table entry
    add column kind uuid not null generated always as (
        left(encode(sha256(replace(
            status || ' ' || action || ' ' || actor_kind || ' ' || coalesce(error_code, '') || ' '
                || case when target_id is null then '' else 't' end
                || case when source_id is null then '' else 's' end
                || case when subject_name is null then '' else 'n' end || ' '
                || coalesce(octet_length(target_type)::text || ':' || target_type, '') || ' '
                || octet_length(actor_id)::text || ':' || actor_id || ' '
                || coalesce(actor_name, '') collate "C",
            '\', '\\')::bytea), 'hex'), 32)::uuid) stored,
    add column subject uuid not null generated always as (
        left(encode(sha256(replace(
            coalesce(octet_length(target_id)::text || ':' || target_id, '') || ' '
                || coalesce(octet_length(source_id)::text || ':' || source_id, '') || ' '
                || coalesce('=' || subject_name, '') collate "C",
            '\', '\\')::bytea), 'hex'), 32)::uuid) stored;

create index entry_by_kind on entry (tenant, kind, recorded_at, position);
create index entry_by_subject on entry (tenant, subject, recorded_at, position);

-- Few, so that a filter by any of it is one by some of them.
create table entry_kind (
    tenant      text    not null,
    id          uuid    not null,
    status      text    not null,
    action      text    not null,
    target_type text,
    error_code  text,
    actor_kind  text    not null,
    actor_id    text    not null collate "C",
    actor_name  text    not null collate "C", -- empty for none
    has_target  boolean not null,
    has_source  boolean not null,
    has_name    boolean not null,
    primary key (tenant, id)
);

-- The ids and the name that something has had together.
create table entry_subject (
    tenant    text not null,
    id        uuid not null,
    target_id text collate "C",
    source_id text collate "C",
    name      text collate "C",
    primary key (tenant, id)
);

create index entry_subject_by_target on entry_subject (tenant, target_id);
create index entry_subject_by_source on entry_subject (tenant, source_id);
create index entry_subject_by_name on entry_subject (tenant, name);

alter table entry no force row level security;
insert into entry_kind
    select distinct tenant, kind, status, action, target_type, error_code, actor_kind, actor_id,
        coalesce(actor_name, ''), target_id is not null, source_id is not null,
        subject_name is not null
    from entry;
insert into entry_subject
    select distinct tenant, subject, target_id, source_id, subject_name from entry;
alter table entry force row level security;

drop table entry_name;
drop table entry_actor;

-- All that are three characters long. A name that contains a text contains all of the text's.
create function trigrams(whole text) returns text[]
language sql immutable strict parallel safe as $$
    select array(select substr(whole, n, 3) from generate_series(1, length(whole) - 2) as n)
$$;

create index entry_subject_by_part_of_name on entry_subject using gin (trigrams(name));

alter table entry_kind enable row level security;
alter table entry_kind force row level security;
create policy one_tenant on entry_kind using (tenant = current_setting('rollbook.tenant', true));

alter table entry_subject enable row level security;
alter table entry_subject force row level security;
create policy one_tenant on entry_subject
    using (tenant = current_setting('rollbook.tenant', true));

-- The owner reads all, for the function below: PostgreSQL uses no index for the part of a name
-- behind a policy.
create policy search on entry_subject for select to current_user using (true);

-- Ids of subjects of the tenant that the transaction reaches, whose name contains the text; so many
-- at most.
create function subjects_named(part text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    pattern text := '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%';
begin
    -- Planned for what is asked: a part that many have is soon found without the index.
    return query execute case when length(part) < 3
        then 'select s.id from entry_subject s where s.tenant = $1 and s.name like $2 limit $4'
        else 'select s.id from entry_subject s where s.tenant = $1 and s.name like $2
            and trigrams(s.name) @> trigrams($3) limit $4' end
        using whose, pattern, part, most;
end $$;

revoke update, delete on entry_kind, entry_subject from ${application};
revoke all on function subjects_named(text, integer) from public;
grant execute on function subjects_named(text, integer) to ${application};

-- Kinds and subjects go with the last of their entries, in the same statement of the same purge, by
-- the same record, and so never while the log is held: no name outlives them.
create or replace function purge_batch(of_stream text, most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    of_topic text := 'rollbook.' || of_stream || '.v1';
    bound integer := least(most, 10000);
    law record;
    deleted integer;
    positions bigint[];
    kinds uuid[];
    subjects uuid[];
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
            returning e.kind, e.subject
        )
        select array_agg(distinct kind), array_agg(distinct subject) into kinds, subjects
            from dropped;
        delete from entry_kind k
        where k.tenant = whose and k.id = any(kinds) and not exists (
            select from entry e where e.tenant = whose and e.kind = k.id);
        delete from entry_subject s
        where s.tenant = whose and s.id = any(subjects) and not exists (
            select from entry e where e.tenant = whose and e.subject = s.id);
    end if;
    perform set_config('rollbook.purging', '', true);
    return deleted;
end $$;
