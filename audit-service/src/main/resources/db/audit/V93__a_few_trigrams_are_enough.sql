-- Four of a long text's trigrams find hardly more subjects than all of them do, and each one that is
-- asked for is a list to read; what is found is compared with the whole text anyway. From the end: ids
-- begin with the time that they were made at, which those of the same day share.
create function trigrams_to_find(part text) returns text[]
language sql immutable strict parallel safe as $$
    select case when length(part) < 10 then trigrams(part)
        else array(select substr(part, n, 3) from generate_series(length(part) - 2, 1, -3) as n limit 4)
        end
$$;

create or replace function subjects_with(part text, of_what text, most integer) returns setof uuid
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
            else ' and trigrams(s.%1$I) @> trigrams_to_find($3)' end || ' limit $4', of_what)
        using whose, pattern, part, most;
end $$;
