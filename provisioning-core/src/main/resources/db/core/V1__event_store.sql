-- The event store. Two things here carry promises:
--
-- 1. transaction_id stands before global_index. Defaults are evaluated in the order of the columns,
--    so a row's transaction has its id before its index is drawn. The relay relies on it: every
--    index that is missing below one that it sees belongs to a transaction whose id is older than
--    any that is assigned from then on.
-- 2. tenant comes from the transaction's scope, and row-level security binds the owner, too. After
--    the transaction the scope is empty, not absent, so an empty tenant has to be refused.
create table event (
    transaction_id  xid8 not null default pg_current_xact_id(),
    global_index    bigint generated always as identity primary key,
    tenant          text collate "C" not null default current_setting('rollbook.tenant'),
    aggregate       text collate "C" not null,
    sequence_number bigint not null,
    aggregate_type  text collate "C",
    event_id        text collate "C" not null unique,
    name            text collate "C" not null,
    revision        text collate "C" not null,
    stored_at       timestamptz not null,
    payload         bytea not null,
    metadata        bytea not null,
    unique (aggregate, sequence_number),
    constraint event_names_a_tenant check (tenant <> ''),
    constraint event_is_of_its_tenant
        check (aggregate_type is null or starts_with(aggregate, tenant || '/'))
);

-- The present state of aggregates with a long history, so that loading one reads one row.
create table snapshot (
    aggregate       text collate "C" primary key,
    tenant          text collate "C" not null default current_setting('rollbook.tenant'),
    sequence_number bigint not null,
    aggregate_type  text collate "C" not null,
    event_id        text collate "C" not null,
    name            text collate "C" not null,
    revision        text collate "C" not null,
    stored_at       timestamptz not null,
    payload         bytea not null,
    metadata        bytea not null,
    constraint snapshot_is_of_its_tenant
        check (tenant <> '' and starts_with(aggregate, tenant || '/'))
);

-- How far events were published, and the last number of each tenant on each topic; saved together.
create table relay_position (
    only_row boolean primary key default true check (only_row),
    position bigint not null
);
insert into relay_position (position) values (0);

create table published_number (
    tenant text collate "C" not null,
    topic  text collate "C" not null,
    number bigint not null,
    primary key (tenant, topic)
);

alter table event            enable row level security;
alter table event            force row level security;
alter table snapshot         enable row level security;
alter table snapshot         force row level security;
alter table published_number enable row level security;
alter table published_number force row level security;

create policy own on event    using (tenant = current_setting('rollbook.tenant', true));
create policy own on snapshot using (tenant = current_setting('rollbook.tenant', true));

-- The relay works for all tenants, under a role that it has to change to.
create policy relay on event            for select to rollbook_core_relay using (true);
create policy relay on published_number for all    to rollbook_core_relay using (true);

grant usage on schema "${flyway:defaultSchema}" to rollbook_core_relay;
grant select on event to rollbook_core_relay;
grant select, update on relay_position to rollbook_core_relay;
grant select, insert, update on published_number to rollbook_core_relay;
