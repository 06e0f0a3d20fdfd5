-- What was done by whom, for good; and the role that the newsroom works by, which can add to that and change none of it.
-- Takes no locks that matter: it creates.

do $$
begin
  create role dateline_desk nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  execute format('grant dateline_desk to %I', current_user);
end $$;

create table newsroom.audit (
  id uuid primary key,
  at timestamptz not null,
  member_id uuid, -- null: someone without an account
  member_name text not null,
  act text not null, -- the operation, as its function is called
  kind text not null, -- what it was done to
  object_id text not null,
  name text not null, -- of the object as it was then
  details jsonb, -- what else it takes to understand it: a reason, what changed
  surface text not null check (surface in ('desk', 'api', 'command', 'schedule')),
  address text, -- the network address it came from, where there is one
  search tsvector not null default '' -- the words of who, what and to what
);
create index audit_at on newsroom.audit (at desc, id desc);
create index audit_member on newsroom.audit (member_id, at desc, id desc);
create index audit_object on newsroom.audit (kind, object_id, at desc, id desc);
create index audit_search on newsroom.audit using gin (search);
create index audit_act on newsroom.audit (act, at desc, id desc);

-- Whoever may do more than the role is stopped by this.
create function newsroom.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to';
end $$;
create trigger audit_is_append_only before update or delete on newsroom.audit for each row execute function newsroom.refuse_audit_change();
create trigger audit_is_never_emptied before truncate on newsroom.audit for each statement execute function newsroom.refuse_audit_change();

grant usage on schema newsroom, live, public to dateline_desk;
grant all on all tables in schema newsroom, live to dateline_desk;
grant select on all tables in schema public to dateline_desk;
alter default privileges in schema newsroom, live grant all on tables to dateline_desk;
revoke update, delete, truncate, references, trigger on newsroom.audit from dateline_desk;
