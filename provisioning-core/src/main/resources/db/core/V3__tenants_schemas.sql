-- The schemas that tenants add to the standard ones, and who holds values of them: derived from the
-- events as the other registers, and closed in the same way. The URN is in lower case; the extension
-- is JSON. A schema in use cannot go.
create table schema_register (
    tenant    text collate "C" not null,
    urn       text collate "C" not null,
    version   bigint not null,
    extension text not null,
    primary key (tenant, urn)
);

create table extension_use (
    tenant   text collate "C" not null,
    urn      text collate "C" not null,
    resource text collate "C" not null,
    primary key (tenant, urn, resource),
    foreign key (tenant, urn) references schema_register
);

alter table schema_register enable row level security;
alter table schema_register force row level security;
alter table extension_use   enable row level security;
alter table extension_use   force row level security;

create policy own on schema_register using (tenant = current_setting('rollbook.tenant', true));
create policy own on extension_use   using (tenant = current_setting('rollbook.tenant', true));
