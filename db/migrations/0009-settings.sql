-- What the site's head and foot say, the logo, addresses that were added by hand, and addresses that answered nothing.
-- Takes no locks that matter: the settings are one row, and the rest is created.

alter table newsroom.settings
  add column navigation jsonb, -- null: all news, every section and the projects
  add column footer jsonb not null default '{"text": {}, "links": []}';

create table newsroom.logo (
  only_row boolean primary key default true check (only_row),
  type text not null check (type in ('image/svg+xml', 'image/png')),
  bytes bytea not null,
  hash text not null, -- of the bytes, so that its address changes with them
  width integer not null check (width > 0), -- in CSS pixels, for the place that it takes
  height integer not null check (height > 0)
);

create or replace view live.settings as
select name, tagline, languages, time_zone, accent, is_demo, navigation, footer,
  (select jsonb_build_object('type', type, 'hash', hash, 'width', width, 'height', height) from newsroom.logo) as logo
from newsroom.settings;

create view live.logo as select type, bytes, hash from newsroom.logo;
grant select on live.logo to dateline_site;

-- Addresses that someone added by hand. Those of a story stand in live.address too, and answer as the story's own do.
create table newsroom.old_address (
  path text primary key, -- with its query
  edition_id uuid references newsroom.edition (id) on delete cascade,
  target text, -- a path of ours
  added_by text not null,
  added_at timestamptz not null,
  check ((edition_id is null) <> (target is null))
);
create index old_address_edition on newsroom.old_address (edition_id);
create index old_address_at on newsroom.old_address (added_at desc, path);

create view live.redirect as select path, target from newsroom.old_address where target is not null;
grant select on live.redirect to dateline_site;

-- How often readers asked for what is not here: a few hundred paths, the most asked for.
create table newsroom.missed_address (
  path text primary key,
  hits bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index missed_address_hits on newsroom.missed_address (hits desc, path);
