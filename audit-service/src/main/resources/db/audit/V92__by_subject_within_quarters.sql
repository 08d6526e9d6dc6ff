-- What is found by whom it is about is found quarter by quarter, or by each million of numbers: a new
-- entry changes pages of the newest of these, which memory holds, and not of all that ever was. To
-- look for something costs a look into each; PostgreSQL skips from one to the next by itself.
drop index entry_by_subject;
create index entry_by_subject on entry
    (tenant, date_trunc('quarter', recorded_at at time zone 'UTC'), subject, recorded_at, position)
    include (kind);

-- A column, and not what is computed of the number: row-level security lets an index be asked only by
-- functions that are declared to leak nothing, and a shift is not.
drop index history_version_of_resource;
alter table history_version
    add column million integer not null generated always as ((number >> 20)::integer) stored;
create index history_version_of_resource on history_version (tenant, million, resource_id, number);

alter table history_attribute drop constraint history_attribute_pkey;
alter table history_attribute
    add column million integer not null generated always as ((number >> 20)::integer) stored;
create unique index history_attribute_of_resource on history_attribute
    (tenant, million, resource_id, path, number);

-- How many quarters and millions there are is what plans are made from.
analyze entry;
analyze history_version;
analyze history_attribute;
