-- The read models. All text is compared byte by byte (collate "C"): what counts as equal or less is
-- decided by the values that are stored, never by the database's locale.
--
-- Every table of tenants' data is under forced row-level security: a statement sees the rows of the
-- tenant named by the setting rollbook.tenant, and none without it.

-- How far each tenant's stream of events is applied, and how many resources it has.
create table applied (
    tenant text collate "C" primary key,
    number bigint not null,
    users  bigint not null,
    groups bigint not null
) with (fillfactor = 50);

-- From where each partition is to be read on; written together with the rows that it produced.
create table consumed (
    topic       text collate "C" not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
) with (fillfactor = 50);

-- name_key is the userName; *_key columns hold the first characters of the comparable form, so that
-- a value of any length fits an index; search has the whole.
create table users (
    tenant          text collate "C" not null,
    id              text collate "C" not null,
    name_key        text collate "C" not null,
    external_id_key text collate "C",
    display         text collate "C",
    created         timestamptz not null,
    last_modified   timestamptz not null,
    version         bigint not null,
    canonical       bytea not null,
    search          jsonb not null,
    primary key (tenant, id)
) with (fillfactor = 85);
create index on users (tenant, name_key);
create index on users (tenant, external_id_key) where external_id_key is not null;
create index on users (tenant, created, id);

-- As users; name_key is the displayName.
create table groups (
    tenant          text collate "C" not null,
    id              text collate "C" not null,
    name_key        text collate "C" not null,
    external_id_key text collate "C",
    display         text collate "C",
    created         timestamptz not null,
    last_modified   timestamptz not null,
    version         bigint not null,
    canonical       bytea not null,
    search          jsonb not null,
    primary key (tenant, id)
) with (fillfactor = 70);
create index on groups (tenant, name_key);
create index on groups (tenant, external_id_key) where external_id_key is not null;
create index on groups (tenant, created, id);

-- Further values that resources are found by: e-mail addresses, employee numbers, managers.
create table terms (
    tenant    text collate "C" not null,
    attribute text collate "C" not null,
    value_key text collate "C" not null,
    id        text collate "C" not null,
    primary key (tenant, attribute, value_key, id)
);

create table membership (
    tenant    text collate "C" not null,
    group_id  text collate "C" not null,
    member_id text collate "C" not null,
    type      text collate "C" not null,
    primary key (tenant, group_id, member_id)
);
create index on membership (tenant, member_id, group_id);

-- Deleted resources: a late event about one of them changes nothing.
create table tombstones (
    tenant  text collate "C" not null,
    id      text collate "C" not null,
    version bigint not null,
    primary key (tenant, id)
);

do $$
declare
    name text;
begin
    foreach name in array array['applied', 'users', 'groups', 'terms', 'membership', 'tombstones']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format(
            'create policy one_tenant on %I using (tenant = current_setting(''rollbook.tenant'', true))',
            name);
    end loop;
end
$$;

-- Which tenants there are (never their data) is asked when all of them are rebuilt. No tenant is
-- called '*'.
create policy list_of_tenants on applied for select
    using (current_setting('rollbook.tenant', true) = '*');
