-- What administrators are told of their connections. Not made from events alone: who was told, and
-- when, is kept when the rest is made anew, so that nobody is told twice.

create table notice (
    tenant      text        not null,
    connection  text        not null,
    occasion    text        not null, -- the same, however often it is derived
    occurred_at timestamptz not null,
    made_at     timestamptz not null,
    document    text        not null, -- JSON
    primary key (tenant, connection, occasion)
);

create table notice_delivery (
    tenant     text        not null,
    connection text        not null,
    occasion   text        not null,
    channel    text        not null,
    target     text        not null,
    state      text        not null,
    due_at     timestamptz not null,
    attempts   integer     not null,
    ended_at   timestamptz,
    problem    text,
    primary key (tenant, connection, occasion, channel, target),
    check (channel in ('mail', 'webhook')),
    check (state in ('waiting', 'delivered', 'given up')),
    check ((state = 'waiting') = (ended_at is null))
);

create index notice_delivery_waiting on notice_delivery (tenant, due_at) where state = 'waiting';

-- Tenants for whom something waits. Ids and nothing else, so that every instance may see all.
create table notice_due (
    tenant text        not null primary key,
    due_at timestamptz not null
);

create index notice_due_next on notice_due (due_at);

-- Events up to these numbers have had their notices.
create table noticed (
    tenant text   not null,
    topic  text   not null,
    number bigint not null,
    primary key (tenant, topic)
);

alter table notice enable row level security;
alter table notice force row level security;
create policy one_tenant on notice using (tenant = current_setting('rollbook.tenant', true));

alter table notice_delivery enable row level security;
alter table notice_delivery force row level security;
create policy one_tenant on notice_delivery
    using (tenant = current_setting('rollbook.tenant', true));

alter table noticed enable row level security;
alter table noticed force row level security;
create policy one_tenant on noticed using (tenant = current_setting('rollbook.tenant', true));

alter table notice_due enable row level security;
alter table notice_due force row level security;
create policy every_tenant on notice_due using (true);
