-- Retention: how long each tenant's entries are kept, who holds them, and the one way by which entries
-- are ever deleted. It demands the record of the purge, whoever asks and also of the owner.

-- As the tenant's events tell; the last one counts.
create table retention_rule (
    tenant       text        not null,
    number       bigint      not null, -- of the event
    days         integer,              -- null: for ever
    days_before  integer,              -- what is in effect until then
    effective_at timestamptz not null,
    set_at       timestamptz not null,
    set_by       text        not null,
    primary key (tenant, number),
    check (days >= 30 and days_before >= 30)
);

create table legal_hold (
    tenant    text        not null,
    id        text        not null,
    reason    text        not null,
    placed_at timestamptz not null,
    placed_by text        not null,
    primary key (tenant, id)
);

create table legal_hold_end (
    tenant    text        not null,
    id        text        not null,
    ends_at   timestamptz not null,
    lifted_at timestamptz not null,
    lifted_by text        not null,
    primary key (tenant, id)
);

-- Requests whose entries were deleted, while the topics are read again: a later event of one finds
-- that it is not the first. Empty otherwise.
create table passed_over (
    tenant      text   not null,
    request_key text   not null,
    position    bigint not null,
    primary key (tenant, request_key)
);

-- Tenants that have a rule: there may be work to be done. Ids and nothing else.
create table retained_tenant (
    tenant text not null primary key
);

alter table retention_rule enable row level security;
alter table retention_rule force row level security;
create policy one_tenant on retention_rule using (tenant = current_setting('rollbook.tenant', true));

alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy one_tenant on legal_hold using (tenant = current_setting('rollbook.tenant', true));

alter table legal_hold_end enable row level security;
alter table legal_hold_end force row level security;
create policy one_tenant on legal_hold_end using (tenant = current_setting('rollbook.tenant', true));

alter table passed_over enable row level security;
alter table passed_over force row level security;
create policy one_tenant on passed_over using (tenant = current_setting('rollbook.tenant', true));

alter table retained_tenant enable row level security;
alter table retained_tenant force row level security;
create policy one_tenant on retained_tenant
    using (tenant = current_setting('rollbook.tenant', true));
create policy list_of_tenants on retained_tenant for select
    using (current_setting('rollbook.tenant', true) = '*');

revoke update, delete on retention_rule, legal_hold, legal_hold_end from ${application};

create trigger only_added_to before update or delete or truncate on retention_rule
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on legal_hold
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on legal_hold_end
    for each statement execute function refuse_change();

-- What may be deleted of a stream of the tenant that the transaction reaches: up to which number, and
-- of a time before which. Refused unless a purge is recorded that fits the chain and the last
-- checkpoint, whole months are meant, the rule in effect lets them go, and nobody holds them. Whether
-- the record is signed by a key of ours the database cannot tell; every auditor can.
create function lawful_purge(of_stream text, out last bigint, out before timestamptz)
language plpgsql stable set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    recorded jsonb;
    keeps integer;
begin
    select p.last, p.signed::jsonb -> 'document' into last, recorded
        from purge p where p.tenant = whose and p.stream = of_stream order by p.last desc limit 1;
    before := (recorded ->> 'before')::timestamptz;
    if recorded is null
            or (recorded ->> 'type', recorded ->> 'tenant', recorded ->> 'stream', recorded ->> 'last')
                is distinct from ('rollbook.purge.v1', whose, of_stream, last::text)
            or not exists (
                select from chain_link l
                where l.tenant = whose and l.stream = of_stream and l.number = last
                    and encode(l.hash, 'hex') = recorded ->> 'head')
            or not exists (
                select from (
                    select signed from checkpoint c where c.tenant = whose
                    order by c.number desc limit 1) newest
                where (newest.signed::jsonb #>> array['document', 'streams', of_stream, 'size'])::bigint
                    >= last) then
        raise exception 'The log is only added to: no purge of % is recorded.', of_stream
            using errcode = 'insufficient_privilege';
    end if;
    if exists (
            select from legal_hold h left join legal_hold_end e using (tenant, id)
            where h.tenant = whose and (e.ends_at is null or e.ends_at > now())) then
        raise exception 'The log is held: nothing may be deleted.'
            using errcode = 'insufficient_privilege';
    end if;
    select case when now() < r.effective_at then r.days_before else r.days end into keeps
        from retention_rule r where r.tenant = whose order by r.number desc limit 1;
    if keeps is null
            or date_trunc('month', before, 'UTC') <> before
            or before > date_trunc('month', now() - make_interval(hours => keeps * 24), 'UTC') then
        raise exception 'The log keeps these entries longer.'
            using errcode = 'insufficient_privilege';
    end if;
end $$;

-- The law, past which no statement deletes.
create function refuse_unrecorded() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    of_stream text := current_setting('rollbook.purging', true);
    law record;
    wrong boolean;
begin
    if not exists (select from gone) then
        return null;
    end if;
    select * into law from lawful_purge(of_stream);
    if tg_table_name = 'entry_event' then
        wrong := exists (select from gone
            where tenant <> whose or topic <> 'rollbook.' || of_stream || '.v1'
                or number > law.last or recorded_at >= law.before);
    elsif tg_table_name = 'custody_entry' then
        wrong := of_stream <> 'custody' or exists (select from gone
            where tenant <> whose or number > law.last or at >= law.before);
    else
        -- An entry goes with the last of its events.
        wrong := exists (select from gone g
            where g.tenant <> whose or g.recorded_at >= law.before or exists (
                select from entry_event e
                where e.tenant = g.tenant and e.entry_position = g.position));
    end if;
    if wrong then
        raise exception 'The log is only added to: the recorded purge does not name these entries.'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

drop trigger only_added_to on entry;
create trigger only_added_to before update or truncate on entry
    for each statement execute function refuse_change();
create trigger deleted_by_purges_only before delete on entry for each statement
    when (coalesce(current_setting('rollbook.purging', true), '') = '')
    execute function refuse_change();
create trigger deleted_when_recorded after delete on entry referencing old table as gone
    for each statement execute function refuse_unrecorded();

drop trigger only_added_to on entry_event;
create trigger only_added_to before update or truncate on entry_event
    for each statement execute function refuse_change();
create trigger deleted_by_purges_only before delete on entry_event for each statement
    when (coalesce(current_setting('rollbook.purging', true), '') = '')
    execute function refuse_change();
create trigger deleted_when_recorded after delete on entry_event referencing old table as gone
    for each statement execute function refuse_unrecorded();

drop trigger only_added_to on custody_entry;
create trigger only_added_to before update or truncate on custody_entry
    for each statement execute function refuse_change();
create trigger deleted_by_purges_only before delete on custody_entry for each statement
    when (coalesce(current_setting('rollbook.purging', true), '') = '')
    execute function refuse_change();
create trigger deleted_when_recorded after delete on custody_entry referencing old table as gone
    for each statement execute function refuse_unrecorded();

-- Deletes the oldest that the record names, and how many of its events are gone then; 0 when none
-- was left. With the rights of the owner, for the service, which has none of its own to delete.
create function purge_batch(of_stream text, most integer) returns integer
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    of_topic text := 'rollbook.' || of_stream || '.v1';
    bound integer := least(most, 10000);
    law record;
    deleted integer;
    positions bigint[];
    names text[];
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
            returning e.subject_name
        )
        select array_agg(distinct subject_name) into names from dropped;
        delete from entry_name n
        where n.tenant = whose and n.name = any(names) and not exists (
            select from entry e where e.tenant = whose and e.subject_name = n.name);
    end if;
    perform set_config('rollbook.purging', '', true);
    return deleted;
end $$;

revoke all on function lawful_purge(text) from public;
revoke all on function purge_batch(text, integer) from public;
grant execute on function purge_batch(text, integer) to ${application};
