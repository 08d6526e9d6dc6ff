-- How a connection's requests are treated; JSON, as the event has it. It is asked for together with
-- the owner of a token, before the tenant is known.
alter table connection_register add column settings text;

create policy search on connection_register for select
    using (current_setting('rollbook.scope', true) = 'all');
