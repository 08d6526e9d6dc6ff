-- How long a tenant's log is kept and who holds it. While it is held the tenant is not deleted.
alter table tenant_register
    add column retention  text,
    add column held_until timestamptz;
