-- Settings say which version they are, so that whoever saves them knows that nobody did meanwhile. Takes no locks that matter: they are one row.

alter table newsroom.settings add column version integer not null default 1; -- of what changeSettings changes, and not of the logo

create or replace view live.settings as
select name, tagline, languages, time_zone, accent, is_demo, navigation, footer,
  (select jsonb_build_object('type', type, 'hash', hash, 'width', width, 'height', height) from newsroom.logo) as logo,
  version
from newsroom.settings;
