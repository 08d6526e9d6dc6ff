-- The log in a form that is written once, shown in Microsoft Graph's shape and proved: each event
-- is kept as one canonical document, and what is searched by stands beside it in columns. The
-- tables are filled anew from the topics.
drop table entry_member;
drop table entry_change;
drop table entry_event;
drop table entry;
truncate applied, consumed;

-- One write request. Written with its first event; later events of the request join by the key.
create table entry (
    tenant       text        not null,
    position     bigint      not null, -- of the first event
    id           text        not null, -- of the first event
    request_key  text        not null, -- what the events of one entry have in common
    recorded_at  timestamptz not null,
    received_at  timestamptz not null,
    status       text        not null,
    action       text        not null,
    restored     boolean     not null,
    actor_kind   text        not null,
    actor_id     text        not null,
    actor_name   text,
    token_id     text,
    target_type  text,
    target_id    text,
    source_id    text,                 -- externalId, of the directory or else of the attempt
    subject_name text,                 -- displayName, userName or name, likewise
    user_name    text,
    request_id   text        not null,
    operation    integer     not null,
    caused_by    text,
    http_status  integer,
    scim_type    text,
    detail       text,
    error_code   text,
    cycle_id     text,                 -- of the connection's requests without a longer pause
    primary key (tenant, position),
    unique (tenant, id),
    unique (tenant, request_key),
    check (status in ('success', 'skipped', 'failure', 'warning')),
    check (action in ('create', 'update', 'disable', 'delete', 'other')),
    check ((status = 'failure') = (http_status is not null)),
    check ((status = 'failure') = (error_code is not null))
);

-- Each filter of the API with the order of the API.
create index entry_newest on entry (tenant, recorded_at, position);
create index entry_by_status on entry (tenant, status, recorded_at, position);
create index entry_by_action on entry (tenant, action, recorded_at, position);
create index entry_by_target_type on entry (tenant, target_type, recorded_at, position);
create index entry_by_target on entry (tenant, target_id, recorded_at, position);
create index entry_by_source on entry (tenant, source_id, recorded_at, position);
create index entry_by_name on entry (tenant, subject_name, recorded_at, position);
create index entry_by_actor on entry (tenant, actor_id, recorded_at, position);
create index entry_by_cycle on entry (tenant, cycle_id, recorded_at, position);
create index entry_by_request on entry (tenant, request_id, recorded_at, position);
create index entry_by_error on entry (tenant, error_code, recorded_at, position)
    where error_code is not null;

-- One event. The document alone decides what an entry says: it depends on the event and on
-- nothing else, so that a log that is built again holds the same documents to the byte.
create table entry_event (
    tenant         text        not null,
    topic          text        not null,
    number         bigint      not null, -- counts the tenant's events of the topic
    position       bigint      not null, -- orders the events of both topics
    entry_position bigint      not null,
    id             text        not null,
    type           text        not null,
    version        bigint,               -- of the target; null where nothing changed
    recorded_at    timestamptz not null,
    published_at   timestamptz,          -- as the topic says
    logged_at      timestamptz not null, -- when this row was written
    changes        integer     not null, -- how many of each the document tells
    joined         integer     not null,
    departed       integer     not null,
    characters     integer     not null, -- of the document, so that a page is bounded unread
    document       text        not null, -- canonical JSON (RFC 8785)
    primary key (tenant, topic, number)
);

create index entry_event_of_entry on entry_event (tenant, entry_position, number);
create index entry_event_in_order on entry_event (tenant, position);

-- What a user, group, connection or tenant is called after the last event in the log.
create table subject (
    tenant       text not null,
    id           text not null,
    external_id  text,
    display_name text,
    user_name    text,
    name         text,
    primary key (tenant, id)
);

-- Each name that entries have had, for a search in names.
create table entry_name (
    tenant text not null,
    name   text not null,
    primary key (tenant, name)
);

-- The requests of one connection without a pause longer than the configured one.
create table cycle (
    tenant     text        not null,
    connection text        not null,
    id         text        not null,
    began_at   timestamptz not null,
    last_at    timestamptz not null,
    primary key (tenant, id)
);

create index cycle_of_connection on cycle (tenant, connection, last_at);

alter table entry enable row level security;
alter table entry force row level security;
create policy one_tenant on entry using (tenant = current_setting('rollbook.tenant', true));

alter table entry_event enable row level security;
alter table entry_event force row level security;
create policy one_tenant on entry_event using (tenant = current_setting('rollbook.tenant', true));

alter table subject enable row level security;
alter table subject force row level security;
create policy one_tenant on subject using (tenant = current_setting('rollbook.tenant', true));

alter table entry_name enable row level security;
alter table entry_name force row level security;
create policy one_tenant on entry_name using (tenant = current_setting('rollbook.tenant', true));

alter table cycle enable row level security;
alter table cycle force row level security;
create policy one_tenant on cycle using (tenant = current_setting('rollbook.tenant', true));
