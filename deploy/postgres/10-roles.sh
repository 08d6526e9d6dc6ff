#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: each service gets a login role and a schema of
# its own, and sees no other. Schema and tables belong to a role that the service takes on with SET ROLE
# to migrate and to rebuild, and does not inherit: what serves requests cannot lift row-level security.
set -eu

role() {
  psql -v ON_ERROR_STOP=1 -v name="$1" -v tables="$1_tables" -v password="$(cat "/run/secrets/$2")" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role :"name" login password :'password';
create role :"tables" nologin;
grant :"tables" to :"name" with inherit false, set true;
create schema :"name" authorization :"tables";
grant usage on schema :"name" to :"name";
grant connect, temporary on database rollbook to :"name";
alter role :"name" in database rollbook set search_path = :"name";
SQL
}

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
revoke all on database rollbook from public;
SQL
role rollbook_core core-password
role rollbook_projections projections-password
# What is in the log's schema belongs to a role that the service itself does not have.
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/audit-password)" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role rollbook_audit login password :'password';
grant connect, temporary on database rollbook to rollbook_audit;
alter role rollbook_audit in database rollbook set search_path = rollbook_audit;
SQL
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/audit-owner-password)" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role rollbook_audit_owner login password :'password';
create schema rollbook_audit authorization rollbook_audit_owner;
-- Create: for a second schema, while the log is built anew.
grant connect, temporary, create on database rollbook to rollbook_audit_owner;
alter role rollbook_audit_owner in database rollbook set search_path = rollbook_audit;
SQL
# The relay reads across tenants; core becomes it with SET ROLE and does not inherit it, because an
# inherited role's row-level policies would apply to every statement of core.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role rollbook_core_relay nologin;
grant rollbook_core_relay to rollbook_core with inherit false, set true;
SQL
