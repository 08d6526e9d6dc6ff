-- OAuth clients, derived from the events as the other registers, and closed in the same way. A secret
-- is kept as its hash; a federated credential names whose signatures are believed.
create table client_register (
    client     text collate "C" primary key,
    tenant     text collate "C" not null,
    connection text collate "C" not null,
    roles      text[] not null
);
create index client_register_by_tenant on client_register (tenant, client);

create table client_credential (
    credential   text collate "C" primary key,
    client       text collate "C" not null references client_register on delete cascade,
    tenant       text collate "C" not null,
    secret_hash  text collate "C",
    last_four    text,
    issuer       text,
    subject      text,
    audience     text,
    jwks_uri     text,
    expires_at   timestamptz,
    last_used_at timestamptz,
    constraint client_credential_is_a_secret_or_a_trust check (
        (secret_hash is not null and expires_at is not null and issuer is null)
        or (secret_hash is null and issuer is not null and subject is not null
            and audience is not null))
);
create index client_credential_by_client on client_credential (client);

-- Assertions that were taken and must not be taken again. Nothing is derived from them: they are
-- kept only until their own end.
create table client_assertion (
    tenant     text collate "C" not null,
    credential text collate "C" not null references client_credential on delete cascade,
    id_hash    text collate "C" not null,
    expires_at timestamptz not null,
    primary key (credential, id_hash)
);
create index client_assertion_by_end on client_assertion (credential, expires_at);

alter table client_register   enable row level security;
alter table client_register   force row level security;
alter table client_credential enable row level security;
alter table client_credential force row level security;
alter table client_assertion  enable row level security;
alter table client_assertion  force row level security;

create policy own on client_register   using (tenant = current_setting('rollbook.tenant', true));
create policy own on client_credential using (tenant = current_setting('rollbook.tenant', true));
create policy own on client_assertion  using (tenant = current_setting('rollbook.tenant', true));

create policy search on client_register for select
    using (current_setting('rollbook.scope', true) = 'all');
create policy search on client_credential for select
    using (current_setting('rollbook.scope', true) = 'all');
