-- Keys by which programs act as members, and the answers that were given to what they sent with an Idempotency-Key.
-- Takes no locks that matter: it creates.

create table newsroom.api_key (
  id uuid primary key,
  member_id uuid not null references newsroom.member (id) on delete cascade,
  name text not null, -- what it is for
  prefix text not null, -- its first characters, by which people recognise it
  token_hash text not null unique, -- sha256; the key itself is shown once and kept nowhere
  scopes text[] not null,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
create index api_key_member on newsroom.api_key (member_id);

-- Without a status: under way, or cut off before its end.
create table newsroom.api_answer (
  key_id uuid not null references newsroom.api_key (id) on delete cascade,
  idempotency_key text not null,
  request_hash text not null,
  status integer,
  headers jsonb,
  body text,
  expires_at timestamptz not null,
  primary key (key_id, idempotency_key)
);
create index api_answer_expiry on newsroom.api_answer (expires_at);
