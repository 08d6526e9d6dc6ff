-- What was counted of the store, the topics and the log, so that nothing is counted twice.
create table reconciliation (
    tenant     text   not null,
    topic      text   not null,
    stored     bigint not null, -- events of the store up to the position
    position   bigint not null, -- the store's index
    on_topic   bigint not null, -- up to this number the topic has no gap
    in_log     bigint not null, -- up to this number the log's rows were counted
    difference text,            -- that was told and is not healed
    primary key (tenant, topic)
);

-- Work to be done: what has to be looked at again. Ids and nothing else, so that every instance may
-- see all of them.
create table reconciliation_due (
    tenant text not null,
    topic  text not null,
    primary key (tenant, topic)
);

create table reconciled (
    only_row boolean primary key default true check (only_row),
    position bigint not null
);

create table reconciled_offset (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy one_tenant on reconciliation
    using (tenant = current_setting('rollbook.tenant', true));

alter table reconciliation_due enable row level security;
alter table reconciliation_due force row level security;
create policy every_tenant on reconciliation_due using (true);
