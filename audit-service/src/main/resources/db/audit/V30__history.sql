-- Time travel: what was, at any event of a tenant's directory. Rows say from which event on something
-- held and up to which; an event adds and closes the rows that it is about, however large the group.

-- The log is filled anew from the topics, so that the history has all of it. What was signed, and
-- what is told of the log's custody, stays.
alter table entry disable trigger user;
alter table entry_event disable trigger user;
truncate entry, entry_event, entry_name, subject, cycle, applied, consumed;
alter table entry enable trigger user;
alter table entry_event enable trigger user;
alter table chain_link no force row level security;
alter table chain_link disable trigger user;
delete from chain_link where stream <> 'custody';
alter table chain_link enable trigger user;
alter table chain_link force row level security;
alter table chain_node no force row level security;
alter table chain_node disable trigger user;
delete from chain_node where stream <> 'custody';
alter table chain_node enable trigger user;
alter table chain_node force row level security;
alter table chain_head no force row level security;
delete from chain_head where stream <> 'custody';
alter table chain_head force row level security;

-- One event of the directory: the version that it made of one resource.
create table history_version (
    tenant        text        not null,
    number        bigint      not null, -- counts the tenant's events of the directory
    clock         timestamptz not null, -- its time, but never before that of an earlier number
    resource_id   text        not null,
    resource_type text        not null,
    version       bigint,
    joined        bigint      not null, -- members that ever joined this group, up to this event
    departed      bigint      not null, -- members that ever left it
    primary key (tenant, number)
);

create index history_version_of_resource on history_version (tenant, resource_id, number);
create index history_version_at on history_version (tenant, clock, number);

-- From when to when something existed, and what it was at its beginning.
create table history_resource (
    tenant         text        not null,
    id             text        not null,
    type           text        not null,
    created_number bigint      not null,
    created_at     timestamptz not null,
    deleted_number bigint,
    deleted_at     timestamptz,
    active         text,                 -- values as JSON
    display_name   text,
    user_name      text,
    attributes     text        not null, -- an object of paths and values, canonical JSON
    primary key (tenant, id)
);

-- A value that an attribute got after the beginning: it holds until the next row of the path.
create table history_attribute (
    tenant      text   not null,
    resource_id text   not null,
    path        text   not null,
    number      bigint not null,
    value       text,                    -- JSON; null where it had none any more
    primary key (tenant, resource_id, path, number)
);

-- From the event that let a member in to the one that let it out. A deleted group ends them all by
-- itself: no row is touched then.
create table history_membership (
    tenant      text        not null,
    group_id    text        not null,
    member_id   text        not null,
    member_type text        not null,
    from_number bigint      not null,
    valid_from  timestamptz not null,
    to_number   bigint,
    valid_to    timestamptz,
    primary key (tenant, group_id, member_id, from_number) include (to_number),
    check (to_number > from_number)
);

create index history_membership_of_member
    on history_membership (tenant, member_id, group_id, from_number) include (to_number);
create index history_membership_begun
    on history_membership (tenant, group_id, from_number, member_id) include (to_number);
create index history_membership_ended
    on history_membership (tenant, group_id, to_number, member_id) include (from_number)
    where to_number is not null;

-- A user that was disabled: how long each part of the way took.
create table history_leaver (
    tenant       text        not null,
    number       bigint      not null,
    user_id      text        not null,
    received_at  timestamptz not null, -- active=false came in
    stored_at    timestamptz not null,
    published_at timestamptz,          -- as the topic says
    consumed_at  timestamptz not null, -- when the log had it
    primary key (tenant, number)
);

create index history_leaver_in_order on history_leaver (tenant, stored_at, number);

alter table history_version enable row level security;
alter table history_version force row level security;
create policy one_tenant on history_version
    using (tenant = current_setting('rollbook.tenant', true));

alter table history_resource enable row level security;
alter table history_resource force row level security;
create policy one_tenant on history_resource
    using (tenant = current_setting('rollbook.tenant', true));

alter table history_attribute enable row level security;
alter table history_attribute force row level security;
create policy one_tenant on history_attribute
    using (tenant = current_setting('rollbook.tenant', true));

alter table history_membership enable row level security;
alter table history_membership force row level security;
create policy one_tenant on history_membership
    using (tenant = current_setting('rollbook.tenant', true));

alter table history_leaver enable row level security;
alter table history_leaver force row level security;
create policy one_tenant on history_leaver
    using (tenant = current_setting('rollbook.tenant', true));
