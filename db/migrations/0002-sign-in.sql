alter table newsroom.member
  add column name text not null default '',
  add column state text not null default 'active' check (state in ('invited', 'active', 'suspended')),
  add column projects uuid[],
  add column sections uuid[],
  add column languages text[],
  add column mail_wish text not null default 'at once' check (mail_wish in ('at once', 'daily', 'never')),
  add column language text;
