-- The schemas that a tenant has beside the standard ones, as JSON; no row for none ever. The
-- version is the tenant's at the last change. A rebuild fills it from the events as everything else.
create table catalogs (
    tenant     text collate "C" primary key,
    version    bigint not null,
    extensions text not null
);

alter table catalogs enable row level security;
alter table catalogs force row level security;
create policy one_tenant on catalogs using (tenant = current_setting('rollbook.tenant', true));
