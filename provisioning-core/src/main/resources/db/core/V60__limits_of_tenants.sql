-- What an administrator set for all connections of a tenant together; null where nothing was.
alter table tenant_register add column limits text;
