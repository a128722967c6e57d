import { escapeLiteral } from 'pg'
import type { ServiceName } from '@buy-locals/contracts/operation'

/**
 * The owner holds the tables and never signs in; the service signs in and has no more than its rows. Settings are on the
 * role, because a connection behind RDS Proxy must not SET. Roles belong to the whole cluster, so somebody else may be
 * making the same ones for another database: what collides is tried again.
 */
export function schemaAndRoles(service: ServiceName, password: string): string {
  const [role, owner] = [`bl_${service}`, `bl_${service}_owner`]
  return `
do $$
declare tries integer := 0;
begin
  loop
    begin
      if not exists (select from pg_roles where rolname = '${owner}') then create role ${owner} nologin; end if;
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
      execute format('alter role ${role} with password %L', ${escapeLiteral(password)});
      alter role ${role} set search_path = ${service}, extensions;
      alter role ${role} set statement_timeout = '25s';
      alter role ${role} set idle_in_transaction_session_timeout = '60s';
      if not pg_has_role(current_user, '${owner}', 'set') then execute format('grant ${owner} to %I', current_user); end if;
      exit;
    exception when unique_violation or duplicate_object or internal_error then
      tries := tries + 1;
      if tries > 50 then raise; end if;
      perform pg_sleep(0.02);
    end;
  end loop;
end $$;
revoke create on schema public from public;
create schema if not exists extensions;
grant usage on schema extensions to public;
create schema if not exists ${service} authorization ${owner};
grant usage on schema ${service} to ${role};
alter default privileges for role ${owner} in schema ${service} grant select, insert, update, delete on tables to ${role};
alter default privileges for role ${owner} in schema ${service} grant usage, select on sequences to ${role};
create table if not exists ${service}.migrations (name text primary key, hash text not null, at timestamptz not null default now());
`
}
