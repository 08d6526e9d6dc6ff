#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: each service gets a login role and a schema of
# its own, and sees no other.
set -eu

role() {
  psql -v ON_ERROR_STOP=1 -v name="$1" -v password="$(cat "/run/secrets/$2")" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role :"name" login password :'password';
create schema :"name" authorization :"name";
grant connect, temporary on database rollbook to :"name";
alter role :"name" in database rollbook set search_path = :"name";
SQL
}

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
revoke all on database rollbook from public;
SQL
role rollbook_core core-password
role rollbook_projections projections-password
role rollbook_audit audit-password
# The relay reads across tenants; core becomes it with SET ROLE and does not inherit it, because an
# inherited role's row-level policies would apply to every statement of core.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role rollbook_core_relay nologin;
grant rollbook_core_relay to rollbook_core with inherit false, set true;
SQL
