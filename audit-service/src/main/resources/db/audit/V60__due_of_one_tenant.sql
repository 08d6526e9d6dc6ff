-- A transaction sees its tenant's row; whose work is to be done is seen by one that asks for the list
-- ('*', which no tenant is called), and can then not be changed.
drop policy every_tenant on checkpoint_due;
create policy one_tenant on checkpoint_due using (tenant = current_setting('rollbook.tenant', true));
create policy list_of_tenants on checkpoint_due for select
    using (current_setting('rollbook.tenant', true) = '*');
