-- Who works here, and how they come in. Locks newsroom.member for the moment that adding columns takes.

alter table newsroom.member
  add column name text not null default '',
  add column state text not null default 'active' check (state in ('invited', 'active', 'suspended')),
  add column projects uuid[],
  add column sections uuid[],
  add column languages text[],
  add column mail_wish text not null default 'at once' check (mail_wish in ('at once', 'daily', 'never')),
  add column language text,
  add column signed_in_at timestamptz, -- the last time
  add column role_from_groups boolean not null default false, -- the groups of the organisation's own sign-in gave the role
  add column email_verified boolean not null default false,
  add column has_codes boolean not null default false, -- a code from an app is asked after the password or the link
  add column updated_at timestamptz not null default now();

update newsroom.member set email = lower(email);

-- Sessions, passwords, passkeys and codes, as better-auth keeps them; a member is its user.
create table newsroom.sign_in_session (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references newsroom.member (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text, -- always empty: where someone works from is not kept
  user_agent text,
  way text -- how they came in: 'password', 'link', 'passkey', 'oidc'
);
create index sign_in_session_user on newsroom.sign_in_session (user_id);
create index sign_in_session_expires on newsroom.sign_in_session (expires_at);

-- A way in: the password's hash (provider 'credential'), or the name at an OIDC provider. Tokens of others are not kept.
create table newsroom.sign_in_account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references newsroom.member (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index sign_in_account_user on newsroom.sign_in_account (user_id);

create table newsroom.sign_in_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_verification_identifier on newsroom.sign_in_verification (identifier);
create index sign_in_verification_expires on newsroom.sign_in_verification (expires_at);

create table newsroom.sign_in_passkey (
  id uuid primary key,
  name text,
  public_key text not null,
  user_id uuid not null references newsroom.member (id) on delete cascade,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index sign_in_passkey_user on newsroom.sign_in_passkey (user_id);

create table newsroom.sign_in_codes (
  id uuid primary key,
  secret text not null, -- encrypted
  backup_codes text not null, -- encrypted
  user_id uuid not null unique references newsroom.member (id) on delete cascade,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A link that signs in once.
create table newsroom.sign_in_link (
  token_hash text primary key, -- sha256, hex
  member_id uuid not null references newsroom.member (id) on delete cascade,
  purpose text not null check (purpose in ('invitation', 'mail', 'operator')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_member on newsroom.sign_in_link (member_id);

-- How often something was tried: counted here, so that instances count together.
create unlogged table newsroom.tries (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index tries_ends on newsroom.tries (ends_at);
