-- Filters of a log of ten million entries.

-- Compared byte by byte, whatever the database's own collation: what begins alike is one range of an
-- index then, and comparing is cheap. Indexes of the columns are made anew.
alter table entry
    alter column id type text collate "C",
    alter column request_key type text collate "C",
    alter column actor_id type text collate "C",
    alter column target_id type text collate "C",
    alter column source_id type text collate "C",
    alter column subject_name type text collate "C",
    alter column cycle_id type text collate "C";
alter table entry_name alter column name type text collate "C";
alter table cycle alter column id type text collate "C";

-- Nothing asks for it: the key of a request begins with its id.
drop index entry_by_request;

-- Who has acted, under each of the names of that time: few, so that a filter by any of it is one by
-- some of them.
create table entry_actor (
    tenant     text not null,
    actor_kind text not null,
    actor_id   text not null collate "C",
    actor_name text not null collate "C", -- empty for none
    primary key (tenant, actor_kind, actor_id, actor_name)
);

alter table entry no force row level security;
insert into entry_actor
    select distinct tenant, actor_kind, actor_id, left(coalesce(actor_name, ''), 500) from entry;
alter table entry force row level security;

alter table entry_actor enable row level security;
alter table entry_actor force row level security;
create policy one_tenant on entry_actor using (tenant = current_setting('rollbook.tenant', true));
