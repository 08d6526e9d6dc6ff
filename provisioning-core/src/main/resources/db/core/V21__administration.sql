-- Whether a tenant is let in, and who made which token when. What is older than these columns is
-- taken from the events, for which the owner looks across tenants once.
alter table tenant_register
    add column suspended        boolean not null default false,
    add column deletion_ends_at timestamptz,
    add column created_at       timestamptz;
alter table connection_register
    add column created_at timestamptz,
    add column created_by text;
alter table token_register
    add column created_at timestamptz,
    add column created_by text,
    add column last_four  text;

alter table event               no force row level security;
alter table tenant_register     no force row level security;
alter table connection_register no force row level security;
alter table token_register      no force row level security;

update tenant_register r set created_at = e.stored_at from event e
where e.name = 'tenant.created' and e.tenant = r.tenant;

update connection_register r
set created_at = e.stored_at, created_by = convert_from(e.metadata, 'UTF8')::jsonb ->> 'actorId'
from event e
where e.name = 'connection.created' and e.tenant = r.tenant
    and convert_from(e.payload, 'UTF8')::jsonb ->> 'connectionId' = r.connection;

update token_register r
set created_at = e.stored_at, created_by = convert_from(e.metadata, 'UTF8')::jsonb ->> 'actorId',
    last_four = convert_from(e.payload, 'UTF8')::jsonb ->> 'lastFour'
from event e
where e.name = 'token.issued' and e.tenant = r.tenant
    and convert_from(e.payload, 'UTF8')::jsonb ->> 'tokenId' = r.token;

alter table event               force row level security;
alter table tenant_register     force row level security;
alter table connection_register force row level security;
alter table token_register      force row level security;

alter table tenant_register alter column created_at set not null;
alter table connection_register
    alter column created_at set not null,
    alter column created_by set not null;
alter table token_register
    alter column created_at set not null,
    alter column created_by set not null,
    alter column last_four  set not null;

create index tenant_register_leaving on tenant_register (deletion_ends_at)
    where deletion_ends_at is not null;
create index token_register_by_connection on token_register (tenant, connection, token);
create index token_register_by_tenant on token_register (tenant, token);

-- When a token was last used, about: noted every now and then, for tokens of all tenants in one
-- statement.
create table token_use (
    token   text collate "C" primary key,
    tenant  text collate "C" not null,
    used_at timestamptz not null
);
create index token_use_by_tenant on token_use (tenant);
alter table token_use enable row level security;
alter table token_use force row level security;
create policy own on token_use using (tenant = current_setting('rollbook.tenant', true));
create policy note on token_use for all
    using (current_setting('rollbook.scope', true) = 'all')
    with check (current_setting('rollbook.scope', true) = 'all');
