-- The registers: what the write side has to look up before it decides. They are derived from the
-- events and change in the transaction that appends those. Each is closed by row-level security,
-- for its owner too: a transaction sees the rows of the tenant that it names. Only the registers
-- that must be searched before the tenant is known can be opened with the scope 'all'.

create table tenant_register (
    tenant  text collate "C" primary key,
    name    text not null unique,
    profile text not null
);

create table connection_register (
    tenant     text collate "C" not null,
    connection text collate "C" not null,
    name       text not null,
    primary key (tenant, connection),
    unique (tenant, name)
);

create table token_register (
    token      text collate "C" primary key,
    token_hash text collate "C" not null unique,
    tenant     text collate "C" not null,
    connection text collate "C" not null,
    roles      text[] not null,
    expires_at timestamptz
);

-- Which users and groups there are, and which names they hold. The name is folded.
create table resource_register (
    tenant  text collate "C" not null,
    id      text collate "C" not null,
    type    text collate "C" not null check (type in ('User', 'Group')),
    name    text collate "C" not null,
    display text,
    primary key (tenant, id),
    unique (tenant, type, name)
);

create table membership_register (
    tenant      text collate "C" not null,
    group_id    text collate "C" not null,
    member      text collate "C" not null,
    member_type text collate "C" not null check (member_type in ('User', 'Group')),
    primary key (tenant, group_id, member)
);
create index membership_register_by_member on membership_register (tenant, member, group_id);
create index membership_register_of_groups on membership_register (tenant, group_id)
    where member_type = 'Group';

-- Deleted users and groups that still have to leave their groups.
create table departure (
    tenant    text collate "C" not null,
    member    text collate "C" not null,
    caused_by text not null,
    since     timestamptz not null default now(),
    primary key (tenant, member)
);

alter table tenant_register     enable row level security;
alter table tenant_register     force row level security;
alter table connection_register enable row level security;
alter table connection_register force row level security;
alter table token_register      enable row level security;
alter table token_register      force row level security;
alter table resource_register   enable row level security;
alter table resource_register   force row level security;
alter table membership_register enable row level security;
alter table membership_register force row level security;
alter table departure           enable row level security;
alter table departure           force row level security;

create policy own on tenant_register     using (tenant = current_setting('rollbook.tenant', true));
create policy own on connection_register using (tenant = current_setting('rollbook.tenant', true));
create policy own on token_register      using (tenant = current_setting('rollbook.tenant', true));
create policy own on resource_register   using (tenant = current_setting('rollbook.tenant', true));
create policy own on membership_register using (tenant = current_setting('rollbook.tenant', true));
create policy own on departure           using (tenant = current_setting('rollbook.tenant', true));

create policy search on tenant_register for select
    using (current_setting('rollbook.scope', true) = 'all');
create policy search on token_register for select
    using (current_setting('rollbook.scope', true) = 'all');
create policy search on departure for select
    using (current_setting('rollbook.scope', true) = 'all');
