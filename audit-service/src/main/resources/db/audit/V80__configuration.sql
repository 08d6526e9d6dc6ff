-- What connections and tenants are set to, part by part: an event says what is now, and the entry
-- that is made of it also from what.
create table configuration (
    tenant  text not null,
    subject text not null,
    part    text not null,
    value   text not null,
    primary key (tenant, subject, part)
);

alter table configuration enable row level security;
alter table configuration force row level security;
create policy one_tenant on configuration
    using (tenant = current_setting('rollbook.tenant', true));
