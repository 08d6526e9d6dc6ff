-- What proves that the log is unaltered and complete: a hash chain and a Merkle tree over the
-- documents of each tenant and stream, signed checkpoints of both, and the custody stream, which
-- tells what was done with the log itself. From here on the service's own role may only add.

-- Entries from before this migration are in no chain: the log is filled anew from the topics.
truncate entry, entry_event, entry_name, subject, cycle, applied, consumed;

-- A link for each document. Kept when the document is purged.
create table chain_link (
    tenant text   not null,
    stream text   not null,
    number bigint not null,
    hash   bytea  not null,
    primary key (tenant, stream, number),
    check (octet_length(hash) = 32)
);

-- Complete subtrees of 2^8, 2^16 … leaves, so that a proof reads a few hundred hashes at most.
create table chain_node (
    tenant text     not null,
    stream text     not null,
    level  smallint not null,
    index  bigint   not null,
    hash   bytea    not null,
    primary key (tenant, stream, level, index),
    check (octet_length(hash) = 32)
);

-- Where a stream goes on. Derived: the last link and the peaks of the tree over all links.
create table chain_head (
    tenant text   not null,
    stream text   not null,
    size   bigint not null,
    hash   bytea  not null,
    peaks  bytea  not null,
    primary key (tenant, stream)
);

-- Who read, exported, verified or purged the log. Not made from events: this is the original.
create table custody_entry (
    tenant   text        not null,
    number   bigint      not null,
    at       timestamptz not null,
    document text        not null,
    primary key (tenant, number)
);

create table checkpoint (
    tenant  text        not null,
    number  bigint      not null,
    made_at timestamptz not null,
    signed  text        not null,
    primary key (tenant, number)
);

create table purge (
    tenant  text        not null,
    stream  text        not null,
    last    bigint      not null,
    made_at timestamptz not null,
    signed  text        not null,
    primary key (tenant, stream, last)
);

-- Keys that signed, in the order of their announcement.
create table signing_key (
    number       integer     generated always as identity,
    id           text        not null primary key,
    announced_at timestamptz not null,
    announcement text        not null
);

-- Work to be done: tenants whose chains grew since their last checkpoint. Ids and nothing else, so
-- that every instance may see all of them.
create table checkpoint_due (
    tenant text not null primary key
);

alter table chain_link enable row level security;
alter table chain_link force row level security;
create policy one_tenant on chain_link using (tenant = current_setting('rollbook.tenant', true));

alter table chain_node enable row level security;
alter table chain_node force row level security;
create policy one_tenant on chain_node using (tenant = current_setting('rollbook.tenant', true));

alter table chain_head enable row level security;
alter table chain_head force row level security;
create policy one_tenant on chain_head using (tenant = current_setting('rollbook.tenant', true));

alter table custody_entry enable row level security;
alter table custody_entry force row level security;
create policy one_tenant on custody_entry
    using (tenant = current_setting('rollbook.tenant', true));

alter table checkpoint enable row level security;
alter table checkpoint force row level security;
create policy one_tenant on checkpoint using (tenant = current_setting('rollbook.tenant', true));

alter table purge enable row level security;
alter table purge force row level security;
create policy one_tenant on purge using (tenant = current_setting('rollbook.tenant', true));

alter table checkpoint_due enable row level security;
alter table checkpoint_due force row level security;
create policy every_tenant on checkpoint_due using (true);

-- The service works with a role that owns nothing. What is only added to, it may add to and read.
grant usage on schema ${flyway:defaultSchema} to ${application};
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema}
    to ${application};
alter default privileges grant select, insert, update, delete on tables to ${application};
revoke update, delete on
    entry, entry_event, chain_link, chain_node, custody_entry, checkpoint, purge, signing_key
    from ${application};
revoke insert, update, delete on ${flyway:table} from ${application};

-- Rights can be granted again by who owns the tables; this is refused to the owner, too.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log is only added to: % of % is refused.', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger only_added_to before update or delete or truncate on entry
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on entry_event
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on chain_link
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on chain_node
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on custody_entry
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on purge
    for each statement execute function refuse_change();
create trigger only_added_to before update or delete or truncate on signing_key
    for each statement execute function refuse_change();
