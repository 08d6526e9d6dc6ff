-- The provisioning log. Rows are only ever inserted: an entry is written with the first event of
-- its request, and what later events of the request bring is rows beside it.

create table entry (
    tenant                text        not null,
    position              bigint      not null, -- of the first event
    id                    text        not null, -- of the first event
    request_key           text        not null, -- what the events of one entry have in common
    recorded_at           timestamptz not null,
    received_at           timestamptz not null,
    status                text        not null,
    action                text        not null,
    restored              boolean     not null,
    actor_kind            text        not null,
    actor_id              text        not null,
    token_id              text,
    target_type           text,
    target_id             text,
    attempted_external_id text,
    attempted_name        text,
    request_id            text        not null,
    operation             integer     not null,
    caused_by             text,
    http_status           integer,
    scim_type             text,
    detail                text,
    primary key (tenant, position),
    unique (tenant, id),
    unique (tenant, request_key),
    check (status in ('success', 'skipped', 'failure')),
    check (action in ('create', 'update', 'disable', 'delete', 'other')),
    check ((status = 'failure') = (http_status is not null))
);

-- Each filter of the API with the order of the API.
create index entry_newest on entry (tenant, recorded_at, position);
create index entry_by_status on entry (tenant, status, recorded_at, position);
create index entry_by_action on entry (tenant, action, recorded_at, position);
create index entry_by_target_type on entry (tenant, target_type, recorded_at, position);
create index entry_by_target on entry (tenant, target_id, recorded_at, position);

create table entry_event (
    tenant          text        not null,
    entry_position  bigint      not null,
    number          bigint      not null, -- counts the tenant's events of the topic
    topic           text        not null,
    id              text        not null,
    type            text        not null,
    version         bigint,               -- of the target; null where nothing changed
    recorded_at     timestamptz not null,
    members_added   integer     not null,
    members_removed integer     not null,
    primary key (tenant, entry_position, number),
    unique (tenant, topic, number)
);

create table entry_change (
    tenant         text    not null,
    entry_position bigint  not null,
    number         bigint  not null,
    ordinal        integer not null,
    target_id      text    not null,
    path           text    not null,
    old_value      json,
    new_value      json,
    primary key (tenant, entry_position, number, ordinal)
);

-- What something was called at the time of an entry.
create index entry_change_name on entry_change (tenant, target_id, path, entry_position, number)
    where path in ('externalId', 'displayName', 'userName', 'name');

create table entry_member (
    tenant         text    not null,
    entry_position bigint  not null,
    number         bigint  not null,
    ordinal        integer not null,
    member_id      text    not null,
    member_type    text,                  -- known for those who joined
    joined         boolean not null,
    primary key (tenant, entry_position, number, ordinal)
);

-- The number of the last event of each tenant and topic that is in the tables above.
create table applied (
    tenant text   not null,
    topic  text   not null,
    number bigint not null,
    primary key (tenant, topic)
);

-- Where to go on reading. A hint that saves time: the numbers decide what is new.
create table consumed (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- A statement reaches the rows of the tenant that its transaction named, and no other.
alter table entry enable row level security;
alter table entry force row level security;
create policy one_tenant on entry using (tenant = current_setting('rollbook.tenant', true));

alter table entry_event enable row level security;
alter table entry_event force row level security;
create policy one_tenant on entry_event using (tenant = current_setting('rollbook.tenant', true));

alter table entry_change enable row level security;
alter table entry_change force row level security;
create policy one_tenant on entry_change using (tenant = current_setting('rollbook.tenant', true));

alter table entry_member enable row level security;
alter table entry_member force row level security;
create policy one_tenant on entry_member using (tenant = current_setting('rollbook.tenant', true));

alter table applied enable row level security;
alter table applied force row level security;
create policy one_tenant on applied using (tenant = current_setting('rollbook.tenant', true));
