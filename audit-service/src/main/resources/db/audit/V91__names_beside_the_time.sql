-- The name beside the time, the kind and the id, so that a walk that drops most of what it comes
-- upon reads an index and not the entries, which are several times as wide.
drop index entry_newest, entry_by_kind, entry_by_subject;

create index entry_newest on entry (tenant, recorded_at, position)
    include (kind, subject_name, id);
create index entry_by_kind on entry (tenant, kind, recorded_at, position) include (subject_name);
-- It grows at random places: made at once it would be full, and each of its pages be split soon.
create index entry_by_subject on entry (tenant, subject, recorded_at, position) include (kind)
    with (fillfactor = 70);

-- An index alone is read only for pages that were cleaned up: new ones soon are, not by the fifth of
-- a log.
alter table entry set (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Parts of ids have an index, too. It is asked by the owner, for the tenant that the transaction
-- reaches; see subjects_named, whose place this takes.
create index entry_subject_by_part_of_target on entry_subject using gin (trigrams(target_id));
create index entry_subject_by_part_of_source on entry_subject using gin (trigrams(source_id));

-- Ids of subjects that have the text in what is named: target_id, source_id or name; so many at
-- most.
create function subjects_with(part text, of_what text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    whose text := current_setting('rollbook.tenant', true);
    pattern text := '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%';
begin
    if of_what not in ('target_id', 'source_id', 'name') then
        raise exception 'subjects have no %', of_what;
    end if;
    -- Planned for what is asked: a part that many have is soon found without the index.
    return query execute format('select s.id from entry_subject s
        where s.tenant = $1 and s.%1$I like $2' || case when length(part) < 3 then ''
            else ' and trigrams(s.%1$I) @> trigrams($3)' end || ' limit $4', of_what)
        using whose, pattern, part, most;
end $$;

drop function subjects_named(text, integer);
revoke all on function subjects_with(text, text, integer) from public;
grant execute on function subjects_with(text, text, integer) to ${application};
