-- The provisioning jobs of the connections: what their cycles came to, whether they are in
-- quarantine. Made from events, like the entries, and in the same transactions.

alter table cycle
    add column initial            boolean not null default false,
    add column requests           bigint  not null default 0,
    add column exported           bigint  not null default 0,
    add column failures           bigint  not null default 0,
    add column reference_failures bigint  not null default 0,
    add column rejected           bigint  not null default 0,
    add column deletions          bigint  not null default 0,
    add column with_references    bigint  not null default 0;

create table cycle_count (
    tenant text   not null,
    cycle  text   not null,
    action text   not null,
    type   text   not null, -- of the target; empty where a request named none
    status text   not null,
    count  bigint not null,
    primary key (tenant, cycle, action, type, status)
);

-- What the next request of a connection is judged by; its size does not grow with the requests.
create table synchronization_job (
    tenant     text not null,
    connection text not null,
    state      text not null, -- JSON
    primary key (tenant, connection)
);

-- Tokens for provisioning: a connection that lost its last one is on its way into quarantine.
create table synchronization_token (
    tenant      text        not null,
    connection  text        not null,
    id          text        not null,
    valid_until timestamptz not null,
    primary key (tenant, id)
);

create index synchronization_token_of_connection
    on synchronization_token (tenant, connection, valid_until);

-- Jobs to which something happens when time passes, and when. Ids and nothing else, so that every
-- instance may see all of them.
create table synchronization_due (
    tenant     text        not null,
    connection text        not null,
    due_at     timestamptz not null,
    primary key (tenant, connection)
);

create index synchronization_due_next on synchronization_due (due_at);

alter table cycle_count enable row level security;
alter table cycle_count force row level security;
create policy one_tenant on cycle_count using (tenant = current_setting('rollbook.tenant', true));

alter table synchronization_job enable row level security;
alter table synchronization_job force row level security;
create policy one_tenant on synchronization_job
    using (tenant = current_setting('rollbook.tenant', true));

alter table synchronization_token enable row level security;
alter table synchronization_token force row level security;
create policy one_tenant on synchronization_token
    using (tenant = current_setting('rollbook.tenant', true));

alter table synchronization_due enable row level security;
alter table synchronization_due force row level security;
create policy every_tenant on synchronization_due using (true);
