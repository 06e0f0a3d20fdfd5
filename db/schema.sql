-- What db/migrations/ make; written by `npm run schema`, never by hand.

table live.address
  path text not null
  edition_id uuid not null
  since timestamp with time zone not null
  PRIMARY KEY (path)
  CREATE INDEX live_address_query ON live.address USING btree (path) WHERE (path ~~ '%?%'::text)
  CREATE INDEX live_address_edition ON live.address USING btree (edition_id)
  readable by dateline_site

CREATE OR REPLACE FUNCTION live.count_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into live.river_count as kept (facet, language, stories)
  select facet, language, count(*) from added group by 1, 2 order by 1, 2
  on conflict (facet, language) do update set stories = kept.stories + excluded.stories;
  return null;
end $function$


CREATE OR REPLACE FUNCTION live.count_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Always in one order, 'all' first, so that two releases at once wait and do not lock each other out.
  perform 1 from live.river_count kept where (facet, language) in (select facet, language from removed) order by facet, language for update;
  update live.river_count kept set stories = kept.stories - gone.n
  from (select facet, language, count(*)::integer as n from removed group by 1, 2 order by 1, 2) gone
  where kept.facet = gone.facet and kept.language = gone.language;
  return null;
end $function$


table live.edition
  release_id uuid not null
  edition_id uuid not null
  story_id uuid not null
  language text not null
  slug text not null
  kind text not null
  section_id uuid
  headline text not null
  summary text not null
  body jsonb not null
  byline text
  dateline jsonb
  activity jsonb
  project_ids uuid[] not null default '{}'::uuid[]
  place_codes text[] not null default '{}'::text[]
  topic_ids uuid[] not null default '{}'::uuid[]
  person_ids uuid[] not null default '{}'::uuid[]
  corrections jsonb not null default '[]'::jsonb
  published_at timestamp with time zone not null
  published_on date not null
  modified_at timestamp with time zone
  rank integer not null default 0
  visible_from timestamp with time zone not null
  visible_until timestamp with time zone
  source_language text
  search tsvector not null
  machine_made boolean not null default false
  headline_parts tsvector not null default ''::tsvector
  PRIMARY KEY (release_id)
  CREATE INDEX live_edition_of ON live.edition USING btree (edition_id, visible_from)
  CREATE INDEX live_edition_slug ON live.edition USING btree (language, slug)
  CREATE INDEX live_edition_story ON live.edition USING btree (story_id)
  CREATE INDEX live_edition_search ON live.edition USING gin (search)
  CREATE INDEX live_edition_headline ON live.edition USING gin (headline_parts)
  CREATE INDEX live_edition_published ON live.edition USING btree (published_at DESC)
  readable by dateline_site

view live.emblem
  hash text
  bytes bytea
  as SELECT hash,
    bytes
   FROM newsroom.emblem;
  readable by dateline_site

view live.former_slug
  register text
  slug text
  entry_id text
  as SELECT register,
    slug,
    (entry_id)::text AS entry_id
   FROM newsroom.former_slug;
  readable by dateline_site

view live.logo
  type text
  bytes bytea
  hash text
  as SELECT type,
    bytes,
    hash
   FROM newsroom.logo;
  readable by dateline_site

view live.merged_entry
  register text
  id text
  into_id text
  slug text
  names text[]
  as SELECT 'sections'::text AS register,
    (section.id)::text AS id,
    (section.stands_for)::text AS into_id,
    section.slug,
    (section.alternative_names || ARRAY( SELECT jsonb_each_text.value
           FROM jsonb_each_text(section.name) jsonb_each_text(key, value))) AS names
   FROM newsroom.section
  WHERE (section.stands_for IS NOT NULL)
UNION ALL
 SELECT 'projects'::text AS register,
    (project.id)::text AS id,
    (project.stands_for)::text AS into_id,
    project.slug,
    ((project.alternative_names || ARRAY( SELECT jsonb_each_text.value
           FROM jsonb_each_text(project.title) jsonb_each_text(key, value))) || array_remove(ARRAY[project.acronym], NULL::text)) AS names
   FROM newsroom.project
  WHERE (project.stands_for IS NOT NULL)
UNION ALL
 SELECT 'organisations'::text AS register,
    (organisation.id)::text AS id,
    (organisation.stands_for)::text AS into_id,
    organisation.slug,
    ((organisation.alternative_names || ARRAY( SELECT jsonb_each_text.value
           FROM jsonb_each_text(organisation.name) jsonb_each_text(key, value))) || array_remove(ARRAY[organisation.acronym], NULL::text)) AS names
   FROM newsroom.organisation
  WHERE (organisation.stands_for IS NOT NULL)
UNION ALL
 SELECT 'places'::text AS register,
    place.code AS id,
    place.stands_for AS into_id,
    place.code AS slug,
    (place.alternative_names || ARRAY( SELECT jsonb_each_text.value
           FROM jsonb_each_text(place.name) jsonb_each_text(key, value))) AS names
   FROM newsroom.place
  WHERE (place.stands_for IS NOT NULL)
UNION ALL
 SELECT 'topics'::text AS register,
    (topic.id)::text AS id,
    (topic.stands_for)::text AS into_id,
    topic.slug,
    (topic.alternative_names || ARRAY( SELECT jsonb_each_text.value
           FROM jsonb_each_text(topic.name) jsonb_each_text(key, value))) AS names
   FROM newsroom.topic
  WHERE (topic.stands_for IS NOT NULL)
UNION ALL
 SELECT 'people'::text AS register,
    (person.id)::text AS id,
    (person.stands_for)::text AS into_id,
        CASE
            WHEN person.is_public THEN person.slug
            ELSE (person.id)::text
        END AS slug,
        CASE
            WHEN person.is_public THEN (person.alternative_names || ARRAY( SELECT jsonb_each_text.value
               FROM jsonb_each_text(person.name) jsonb_each_text(key, value)))
            ELSE '{}'::text[]
        END AS names
   FROM newsroom.person
  WHERE (person.stands_for IS NOT NULL);
  readable by dateline_site

view live.organisation
  id uuid
  slug text
  name jsonb
  acronym text
  kind text
  country text
  site text
  alternative_names text[]
  iati_identifier text
  ror_identifier text
  is_archived boolean
  as SELECT o.id,
    o.slug,
    o.name,
    o.acronym,
    o.kind,
    COALESCE(c.stands_for, o.country) AS country,
    o.site,
    o.alternative_names,
    o.iati_identifier,
    o.ror_identifier,
    (o.archived_at IS NOT NULL) AS is_archived
   FROM (newsroom.organisation o
     LEFT JOIN newsroom.place c ON ((c.code = o.country)))
  WHERE (o.merged_into IS NULL);
  readable by dateline_site

view live.person
  id uuid
  slug text
  name jsonb
  role jsonb
  organisation_id uuid
  alternative_names text[]
  is_archived boolean
  as SELECT p.id,
    p.slug,
    p.name,
    p.role,
    COALESCE(o.stands_for, p.organisation_id) AS organisation_id,
    p.alternative_names,
    (p.archived_at IS NOT NULL) AS is_archived
   FROM (newsroom.person p
     LEFT JOIN newsroom.organisation o ON ((o.id = p.organisation_id)))
  WHERE (p.is_public AND (p.merged_into IS NULL));
  readable by dateline_site

view live.place
  code text
  kind text
  within text
  name jsonb
  alternative_names text[]
  latitude double precision
  longitude double precision
  is_archived boolean
  as SELECT p.code,
    p.kind,
    COALESCE(w.stands_for, p.within) AS within,
    p.name,
    p.alternative_names,
    p.latitude,
    p.longitude,
    (p.archived_at IS NOT NULL) AS is_archived
   FROM (newsroom.place p
     LEFT JOIN newsroom.place w ON ((w.code = p.within)))
  WHERE (p.merged_into IS NULL);
  readable by dateline_site

view live.project
  id uuid
  slug text
  acronym text
  title jsonb
  description jsonb
  objectives jsonb
  starts date
  ends date
  status text
  contact text
  iati_identifier text
  funders jsonb
  partners jsonb
  place_codes text[]
  topic_ids uuid[]
  alternative_names text[]
  is_archived boolean
  as SELECT id,
    slug,
    acronym,
    title,
    description,
    objectives,
    starts,
    ends,
    status,
    contact,
    iati_identifier,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site, 'grantReference', f.grant_reference, 'share', f.share) ORDER BY f."position") AS jsonb_agg
           FROM ((newsroom.project_funder f
             JOIN newsroom.organisation said ON ((said.id = f.organisation_id)))
             JOIN newsroom.organisation o ON ((o.id = COALESCE(said.stands_for, said.id))))
          WHERE (f.project_id = p.id)), '[]'::jsonb) AS funders,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site, 'role', r.role) ORDER BY r."position") AS jsonb_agg
           FROM ((newsroom.project_partner r
             JOIN newsroom.organisation said ON ((said.id = r.organisation_id)))
             JOIN newsroom.organisation o ON ((o.id = COALESCE(said.stands_for, said.id))))
          WHERE (r.project_id = p.id)), '[]'::jsonb) AS partners,
    COALESCE(( SELECT array_agg(once.code ORDER BY once."position") AS array_agg
           FROM ( SELECT COALESCE(c.stands_for, c.code) AS code,
                    min(l."position") AS "position"
                   FROM (newsroom.project_place l
                     JOIN newsroom.place c ON ((c.code = l.place_code)))
                  WHERE (l.project_id = p.id)
                  GROUP BY COALESCE(c.stands_for, c.code)) once), '{}'::text[]) AS place_codes,
    COALESCE(( SELECT array_agg(DISTINCT COALESCE(c.stands_for, c.id)) AS array_agg
           FROM (newsroom.project_topic t
             JOIN newsroom.topic c ON ((c.id = t.topic_id)))
          WHERE (t.project_id = p.id)), '{}'::uuid[]) AS topic_ids,
    alternative_names,
    (archived_at IS NOT NULL) AS is_archived
   FROM newsroom.project p
  WHERE (merged_into IS NULL);
  readable by dateline_site

view live.redirect
  path text
  target text
  as SELECT path,
    target
   FROM newsroom.old_address
  WHERE (target IS NOT NULL);
  readable by dateline_site

table live.river
  facet text not null
  language text not null
  published_at timestamp with time zone not null
  rank integer not null
  release_id uuid not null
  visible_from timestamp with time zone not null
  visible_until timestamp with time zone
  PRIMARY KEY (facet, language, published_at, rank, release_id)
  FOREIGN KEY (release_id) REFERENCES live.edition(release_id) ON DELETE CASCADE
  CREATE INDEX live_river_later ON live.river USING btree (facet, language, visible_from)
  CREATE INDEX live_river_until ON live.river USING btree (facet, language, visible_until) WHERE (visible_until IS NOT NULL)
  CREATE INDEX live_river_release ON live.river USING btree (release_id)
  CREATE TRIGGER river_added AFTER INSERT ON live.river REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION live.count_added()
  CREATE TRIGGER river_removed AFTER DELETE ON live.river REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION live.count_removed()
  readable by dateline_site

table live.river_count
  facet text not null
  language text not null
  stories integer not null
  PRIMARY KEY (facet, language)
  readable by dateline_site

view live.section
  id uuid
  slug text
  name jsonb
  position integer
  alternative_names text[]
  is_archived boolean
  as SELECT id,
    slug,
    name,
    "position",
    alternative_names,
    (archived_at IS NOT NULL) AS is_archived
   FROM newsroom.section
  WHERE (merged_into IS NULL);
  readable by dateline_site

view live.settings
  name jsonb
  tagline jsonb
  languages text[]
  time_zone text
  accent text
  is_demo boolean
  navigation jsonb
  footer jsonb
  logo jsonb
  version integer
  as SELECT name,
    tagline,
    languages,
    time_zone,
    accent,
    is_demo,
    navigation,
    footer,
    ( SELECT jsonb_build_object('type', logo.type, 'hash', logo.hash, 'width', logo.width, 'height', logo.height) AS jsonb_build_object
           FROM newsroom.logo) AS logo,
    version
   FROM newsroom.settings;
  readable by dateline_site

view live.topic
  id uuid
  slug text
  name jsonb
  within uuid
  alternative_names text[]
  is_archived boolean
  as SELECT t.id,
    t.slug,
    t.name,
    COALESCE(w.stands_for, t.within) AS within,
    t.alternative_names,
    (t.archived_at IS NOT NULL) AS is_archived
   FROM (newsroom.topic t
     LEFT JOIN newsroom.topic w ON ((w.id = t.within)))
  WHERE (t.merged_into IS NULL);
  readable by dateline_site

table live.upcoming
  tag text not null
  at timestamp with time zone not null
  release_id uuid not null
  PRIMARY KEY (tag, at, release_id)
  FOREIGN KEY (release_id) REFERENCES live.edition(release_id) ON DELETE CASCADE
  readable by dateline_site

view live.visibility_rule
  id uuid
  funder_id uuid
  project_id uuid
  statement jsonb
  disclaimer jsonb
  places text[]
  from_day date
  until_day date
  emblems jsonb
  version integer
  as SELECT r.id,
    COALESCE(f.stands_for, r.funder_id) AS funder_id,
    COALESCE(p.stands_for, r.project_id) AS project_id,
    r.statement,
    r.disclaimer,
    r.places,
    r.from_day,
    r.until_day,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('language', emblem.language, 'type', emblem.type, 'hash', emblem.hash, 'width', emblem.width, 'height', emblem.height) ORDER BY emblem.language), '[]'::jsonb) AS "coalesce"
           FROM newsroom.emblem
          WHERE (emblem.rule_id = r.id)) AS emblems,
    r.version
   FROM ((newsroom.visibility_rule r
     JOIN newsroom.organisation f ON ((f.id = r.funder_id)))
     LEFT JOIN newsroom.project p ON ((p.id = r.project_id)));
  readable by dateline_site

table live.withdrawal
  edition_id uuid not null
  headline text not null
  language text not null
  reason text not null
  withdrawn_at timestamp with time zone not null
  PRIMARY KEY (edition_id)
  readable by dateline_site

table newsroom.api_answer
  key_id uuid not null
  idempotency_key text not null
  request_hash text not null
  status integer
  headers jsonb
  body text
  expires_at timestamp with time zone not null
  PRIMARY KEY (key_id, idempotency_key)
  FOREIGN KEY (key_id) REFERENCES newsroom.api_key(id) ON DELETE CASCADE
  CREATE INDEX api_answer_expiry ON newsroom.api_answer USING btree (expires_at)

table newsroom.api_key
  id uuid not null
  member_id uuid not null
  name text not null
  prefix text not null
  token_hash text not null
  scopes text[] not null
  made_at timestamp with time zone not null
  made_by text not null
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_by text
  PRIMARY KEY (id)
  FOREIGN KEY (member_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  UNIQUE (token_hash)
  CREATE INDEX api_key_member ON newsroom.api_key USING btree (member_id)
  CREATE UNIQUE INDEX api_key_token_hash_key ON newsroom.api_key USING btree (token_hash)

table newsroom.assignment
  id uuid not null
  edition_id uuid not null
  member_id uuid not null
  task text not null
  due_on date
  given_by text not null
  given_at timestamp with time zone not null
  done_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX assignment_edition ON newsroom.assignment USING btree (edition_id)
  CREATE INDEX assignment_waiting ON newsroom.assignment USING btree (member_id, due_on) WHERE (done_at IS NULL)

table newsroom.audit
  id uuid not null
  at timestamp with time zone not null
  member_id uuid
  member_name text not null
  act text not null
  kind text not null
  object_id text not null
  name text not null
  details jsonb
  surface text not null
  address text
  search tsvector not null default ''::tsvector
  PRIMARY KEY (id)
  CHECK ((surface = ANY (ARRAY['desk'::text, 'api'::text, 'command'::text, 'schedule'::text])))
  CREATE INDEX audit_at ON newsroom.audit USING btree (at DESC, id DESC)
  CREATE INDEX audit_act ON newsroom.audit USING btree (act, at DESC, id DESC)
  CREATE INDEX audit_member ON newsroom.audit USING btree (member_id, at DESC, id DESC)
  CREATE INDEX audit_object ON newsroom.audit USING btree (kind, object_id, at DESC, id DESC)
  CREATE INDEX audit_search ON newsroom.audit USING gin (search)
  CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON newsroom.audit FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_audit_change()
  CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON newsroom.audit FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_audit_change()

table newsroom.batch
  id uuid not null
  source text not null
  format text
  begun_at timestamp with time zone not null
  sections uuid[] not null default '{}'::uuid[]
  ended_at timestamp with time zone
  undone_at timestamp with time zone
  PRIMARY KEY (id)

table newsroom.change
  id uuid not null
  member_id uuid not null
  member_name text not null
  what jsonb not null
  begun_at timestamp with time zone not null
  undone_at timestamp with time zone
  undone_by text
  PRIMARY KEY (id)
  CREATE INDEX change_by_member ON newsroom.change USING btree (member_id, begun_at DESC)

table newsroom.change_item
  change_id uuid not null
  edition_id uuid not null
  outcome text not null default 'waiting'::text
  reason text
  revision_before integer
  revision_after integer
  state_before text
  assignment_id uuid
  PRIMARY KEY (change_id, edition_id)
  CHECK ((outcome = ANY (ARRAY['waiting'::text, 'released'::text, 'saved'::text, 'draft'::text, 'assigned'::text, 'same'::text, 'left'::text, 'undone'::text])))
  FOREIGN KEY (change_id) REFERENCES newsroom.change(id) ON DELETE CASCADE
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX change_item_edition ON newsroom.change_item USING btree (edition_id)

table newsroom.comment
  id uuid not null
  edition_id uuid not null
  thread_id uuid not null
  revision integer not null
  anchor jsonb
  member_id uuid
  member_name text not null
  words text not null
  mentions uuid[] not null default '{}'::uuid[]
  at timestamp with time zone not null
  resolved_at timestamp with time zone
  resolved_by text
  PRIMARY KEY (id)
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX comment_edition ON newsroom.comment USING btree (edition_id, at)

table newsroom.deleted_draft
  edition_id uuid not null
  story_id uuid not null
  is_whole_story boolean not null
  language text not null
  state text not null
  headline text not null
  section_id uuid
  project_ids uuid[] not null default '{}'::uuid[]
  filed_by uuid
  deleted_at timestamp with time zone not null
  deleted_by text not null
  deleter_id uuid not null
  rows jsonb not null default '{}'::jsonb
  PRIMARY KEY (edition_id)
  CREATE INDEX deleted_draft_at ON newsroom.deleted_draft USING btree (deleted_at DESC, edition_id DESC)

table newsroom.edition
  id uuid not null
  story_id uuid not null
  language text not null
  state text not null
  revision integer not null
  headline text not null default ''::text
  section_id uuid
  project_ids uuid[] not null default '{}'::uuid[]
  saved_at timestamp with time zone not null
  saved_by text not null default ''::text
  filed_by uuid
  sent_revision integer
  cleared_revision integer
  seconded_revision integer
  counted_from integer
  shown_revision integer
  shown_from timestamp with time zone
  shown_until timestamp with time zone
  planned_for timestamp with time zone
  search tsvector not null default ''::tsvector
  published_at timestamp with time zone
  slug text not null default ''::text
  PRIMARY KEY (id)
  CHECK ((state = ANY (ARRAY['draft'::text, 'in review'::text, 'cleared'::text, 'scheduled'::text, 'released'::text, 'withdrawn'::text])))
  FOREIGN KEY (story_id) REFERENCES newsroom.story(id)
  UNIQUE (story_id, language)
  CREATE INDEX edition_search ON newsroom.edition USING gin (search)
  CREATE INDEX edition_planned ON newsroom.edition USING btree (planned_for) WHERE (planned_for IS NOT NULL)
  CREATE INDEX edition_by_saved ON newsroom.edition USING btree (saved_at DESC, id DESC)
  CREATE INDEX edition_by_state ON newsroom.edition USING btree (state, saved_at DESC, id DESC)
  CREATE INDEX edition_filed_by ON newsroom.edition USING btree (filed_by) WHERE (filed_by IS NOT NULL)
  CREATE INDEX edition_headline ON newsroom.edition USING btree (lower(headline) text_pattern_ops)
  CREATE INDEX edition_projects ON newsroom.edition USING gin (project_ids)
  CREATE INDEX edition_saved_by ON newsroom.edition USING btree (saved_by, story_id DESC)
  CREATE INDEX edition_published ON newsroom.edition USING btree (published_at DESC, id DESC) WHERE (published_at IS NOT NULL)
  CREATE INDEX edition_by_section ON newsroom.edition USING btree (section_id, saved_at DESC, id DESC)
  CREATE INDEX edition_draft_slug ON newsroom.edition USING btree (language, slug) WHERE (shown_revision IS NULL)
  CREATE INDEX edition_shown_from ON newsroom.edition USING btree (shown_from) WHERE (shown_from IS NOT NULL)
  CREATE INDEX edition_by_language ON newsroom.edition USING btree (language, saved_at DESC, id DESC)
  CREATE UNIQUE INDEX edition_story_id_language_key ON newsroom.edition USING btree (story_id, language)

table newsroom.emblem
  rule_id uuid not null
  language text not null
  type text not null
  bytes bytea not null
  hash text not null
  width integer not null
  height integer not null
  PRIMARY KEY (rule_id, language)
  CHECK ((type = ANY (ARRAY['image/svg+xml'::text, 'image/png'::text])))
  CHECK ((width > 0))
  CHECK ((height > 0))
  FOREIGN KEY (rule_id) REFERENCES newsroom.visibility_rule(id) ON DELETE CASCADE
  CREATE INDEX emblem_hash ON newsroom.emblem USING btree (hash)

table newsroom.former_slug
  register text not null
  slug text not null
  entry_id uuid not null
  since timestamp with time zone not null
  PRIMARY KEY (register, slug)
  CHECK ((register = ANY (ARRAY['sections'::text, 'projects'::text, 'organisations'::text, 'topics'::text, 'people'::text])))

table newsroom.kept_revision
  edition_id uuid not null
  number integer not null
  name text
  kept_by text not null
  kept_at timestamp with time zone not null
  PRIMARY KEY (edition_id, number)
  FOREIGN KEY (edition_id, number) REFERENCES newsroom.revision(edition_id, number) ON DELETE CASCADE

table newsroom.logo
  only_row boolean not null default true
  type text not null
  bytes bytea not null
  hash text not null
  width integer not null
  height integer not null
  PRIMARY KEY (only_row)
  CHECK ((type = ANY (ARRAY['image/svg+xml'::text, 'image/png'::text])))
  CHECK ((width > 0))
  CHECK ((height > 0))
  CHECK (only_row)

table newsroom.member
  id uuid not null
  email text not null
  role text not null
  created_at timestamp with time zone not null
  name text not null default ''::text
  state text not null default 'active'::text
  projects uuid[]
  sections uuid[]
  languages text[]
  mail_wish text not null default 'at once'::text
  language text
  signed_in_at timestamp with time zone
  role_from_groups boolean not null default false
  email_verified boolean not null default false
  has_codes boolean not null default false
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
  PRIMARY KEY (id)
  CHECK ((role = ANY (ARRAY['contributor'::text, 'editor'::text, 'chief editor'::text, 'observer'::text, 'administrator'::text])))
  CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text])))
  CHECK ((mail_wish = ANY (ARRAY['at once'::text, 'daily'::text, 'never'::text])))
  CREATE UNIQUE INDEX member_email ON newsroom.member USING btree (lower(email))

table newsroom.missed_address
  path text not null
  hits bigint not null
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  PRIMARY KEY (path)
  CREATE INDEX missed_address_hits ON newsroom.missed_address USING btree (hits DESC, path)

table newsroom.notice
  id uuid not null
  member_id uuid not null
  edition_id uuid
  kind text not null
  by_name text not null
  words text not null
  at timestamp with time zone not null
  seen_at timestamp with time zone
  mailed_at timestamp with time zone
  mail_tries integer not null default 0
  mail_after timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX notice_unseen ON newsroom.notice USING btree (member_id, at DESC) WHERE (seen_at IS NULL)
  CREATE INDEX notice_edition ON newsroom.notice USING btree (edition_id, at DESC)
  CREATE INDEX notice_unmailed ON newsroom.notice USING btree (member_id, at) WHERE (mailed_at IS NULL)

table newsroom.old_address
  path text not null
  edition_id uuid
  target text
  added_by text not null
  added_at timestamp with time zone not null
  PRIMARY KEY (path)
  CHECK (((edition_id IS NULL) <> (target IS NULL)))
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX old_address_at ON newsroom.old_address USING btree (added_at DESC, path)
  CREATE INDEX old_address_edition ON newsroom.old_address USING btree (edition_id)

table newsroom.organisation
  id uuid not null
  slug text not null
  name jsonb not null
  acronym text
  kind text not null
  country text
  site text
  alternative_names text[] not null default '{}'::text[]
  iati_identifier text
  ror_identifier text
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into uuid
  stands_for uuid
  PRIMARY KEY (id)
  UNIQUE (slug)
  CHECK ((kind = ANY (ARRAY['funder'::text, 'government'::text, 'igo'::text, 'ngo'::text, 'academia'::text, 'private'::text])))
  FOREIGN KEY (country) REFERENCES newsroom.place(code)
  FOREIGN KEY (stands_for) REFERENCES newsroom.organisation(id)
  FOREIGN KEY (merged_into) REFERENCES newsroom.organisation(id)
  CREATE UNIQUE INDEX organisation_slug_key ON newsroom.organisation USING btree (slug)

table newsroom.pen
  edition_id uuid not null
  member_id uuid not null
  member_name text not null
  tab text not null
  taken_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  PRIMARY KEY (edition_id)
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE

table newsroom.person
  id uuid not null
  slug text not null
  name jsonb not null
  role jsonb not null default '{}'::jsonb
  organisation_id uuid
  is_public boolean not null default true
  alternative_names text[] not null default '{}'::text[]
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into uuid
  stands_for uuid
  PRIMARY KEY (id)
  UNIQUE (slug)
  FOREIGN KEY (stands_for) REFERENCES newsroom.person(id)
  FOREIGN KEY (merged_into) REFERENCES newsroom.person(id)
  FOREIGN KEY (organisation_id) REFERENCES newsroom.organisation(id)
  CREATE UNIQUE INDEX person_slug_key ON newsroom.person USING btree (slug)

table newsroom.place
  code text not null
  kind text not null
  within text
  name jsonb not null default '{}'::jsonb
  alternative_names text[] not null default '{}'::text[]
  latitude double precision
  longitude double precision
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into text
  stands_for text
  PRIMARY KEY (code)
  CHECK ((kind = ANY (ARRAY['country'::text, 'region'::text, 'city'::text])))
  FOREIGN KEY (within) REFERENCES newsroom.place(code) DEFERRABLE INITIALLY DEFERRED
  FOREIGN KEY (stands_for) REFERENCES newsroom.place(code)
  FOREIGN KEY (merged_into) REFERENCES newsroom.place(code)

table newsroom.private_answer
  id uuid not null
  link_id uuid not null
  name text not null
  verdict text not null
  words text not null
  revision_hash text not null
  at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (link_id) REFERENCES newsroom.private_link(id) ON DELETE CASCADE
  CHECK ((verdict = ANY (ARRAY['approved'::text, 'refused'::text, 'commented'::text])))
  CREATE INDEX private_answer_link ON newsroom.private_answer USING btree (link_id)
  CREATE TRIGGER answer_is_immutable BEFORE UPDATE ON newsroom.private_answer FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change()

table newsroom.private_link
  id uuid not null
  token_hash text not null
  edition_id uuid not null
  revision integer not null
  for_whom text not null
  made_by uuid not null
  made_by_name text not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  FOREIGN KEY (edition_id, revision) REFERENCES newsroom.revision(edition_id, number) ON DELETE CASCADE
  CREATE INDEX private_link_edition ON newsroom.private_link USING btree (edition_id)
  CREATE UNIQUE INDEX private_link_token_hash_key ON newsroom.private_link USING btree (token_hash)

table newsroom.project
  id uuid not null
  slug text not null
  acronym text
  title jsonb not null
  description jsonb not null default '{}'::jsonb
  objectives jsonb not null default '{}'::jsonb
  starts date
  ends date
  status text not null
  contact text
  iati_identifier text
  alternative_names text[] not null default '{}'::text[]
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into uuid
  stands_for uuid
  PRIMARY KEY (id)
  UNIQUE (slug)
  CHECK ((status = ANY (ARRAY['planned'::text, 'running'::text, 'closed'::text])))
  FOREIGN KEY (stands_for) REFERENCES newsroom.project(id)
  FOREIGN KEY (merged_into) REFERENCES newsroom.project(id)
  CREATE UNIQUE INDEX project_slug_key ON newsroom.project USING btree (slug)

table newsroom.project_funder
  project_id uuid not null
  organisation_id uuid not null
  grant_reference text
  share numeric
  position integer not null
  PRIMARY KEY (project_id, "position")
  CHECK (((share >= (0)::numeric) AND (share <= (100)::numeric)))
  FOREIGN KEY (project_id) REFERENCES newsroom.project(id)
  FOREIGN KEY (organisation_id) REFERENCES newsroom.organisation(id)

table newsroom.project_partner
  project_id uuid not null
  organisation_id uuid not null
  role text
  position integer not null
  PRIMARY KEY (project_id, "position")
  FOREIGN KEY (project_id) REFERENCES newsroom.project(id)
  FOREIGN KEY (organisation_id) REFERENCES newsroom.organisation(id)

table newsroom.project_place
  project_id uuid not null
  place_code text not null
  position integer not null
  PRIMARY KEY (project_id, place_code)
  FOREIGN KEY (place_code) REFERENCES newsroom.place(code)
  FOREIGN KEY (project_id) REFERENCES newsroom.project(id)

table newsroom.project_topic
  project_id uuid not null
  topic_id uuid not null
  PRIMARY KEY (project_id, topic_id)
  FOREIGN KEY (topic_id) REFERENCES newsroom.topic(id)
  FOREIGN KEY (project_id) REFERENCES newsroom.project(id)

CREATE OR REPLACE FUNCTION newsroom.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is only added to';
end $function$


CREATE OR REPLACE FUNCTION newsroom.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% rows are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$


table newsroom.release
  id uuid not null
  edition_id uuid not null
  revision integer
  kind text not null
  from_at timestamp with time zone not null
  is_embargoed boolean not null default false
  public_note text
  released_by text not null
  recorded_at timestamp with time zone not null
  called_off_at timestamp with time zone
  releaser_id uuid
  until_at timestamp with time zone
  PRIMARY KEY (id)
  CHECK ((kind = ANY (ARRAY['first'::text, 'correction'::text, 'minor'::text, 'withdrawal'::text])))
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id)
  FOREIGN KEY (edition_id, revision) REFERENCES newsroom.revision(edition_id, number)
  CREATE INDEX release_edition ON newsroom.release USING btree (edition_id, from_at)

table newsroom.revision
  edition_id uuid not null
  number integer not null
  content jsonb not null
  hash text not null
  saved_by text not null
  saved_at timestamp with time zone not null
  name text
  saver_id uuid
  is_autosave boolean not null default false
  run_began_at timestamp with time zone
  saver_tab text
  tab_order bigint
  words_added integer
  words_removed integer
  facts_changed smallint
  PRIMARY KEY (edition_id, number)
  CHECK ((number > 0))
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id)
  CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON newsroom.revision FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change()

table newsroom.saved_view
  id uuid not null
  member_id uuid not null
  name text not null
  query text not null
  is_shared boolean not null
  saved_by text not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (member_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX saved_view_name ON newsroom.saved_view USING btree (member_id, lower(name))
  CREATE INDEX saved_view_shared ON newsroom.saved_view USING btree (is_shared) WHERE is_shared

table newsroom.section
  id uuid not null
  slug text not null
  name jsonb not null
  position integer not null default 0
  needs_second_pair boolean not null default false
  alternative_names text[] not null default '{}'::text[]
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into uuid
  stands_for uuid
  PRIMARY KEY (id)
  UNIQUE (slug)
  FOREIGN KEY (stands_for) REFERENCES newsroom.section(id)
  FOREIGN KEY (merged_into) REFERENCES newsroom.section(id)
  CREATE UNIQUE INDEX section_slug_key ON newsroom.section USING btree (slug)

table newsroom.settings
  only_row boolean not null default true
  name jsonb not null
  tagline jsonb not null default '{}'::jsonb
  languages text[] not null
  time_zone text not null
  accent text not null
  is_demo boolean not null default false
  needs_second_pair boolean not null default false
  house_style jsonb not null default '[]'::jsonb
  check_levels jsonb not null default '{}'::jsonb
  navigation jsonb
  footer jsonb not null default '{"text": {}, "links": []}'::jsonb
  version integer not null default 1
  house_rules_version integer not null default 1
  PRIMARY KEY (only_row)
  CHECK (only_row)
  CHECK ((cardinality(languages) > 0))

table newsroom.sign_in_account
  id uuid not null
  account_id text not null
  provider_id text not null
  user_id uuid not null
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  password text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  PRIMARY KEY (id)
  FOREIGN KEY (user_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  UNIQUE (provider_id, account_id)
  CREATE INDEX sign_in_account_user ON newsroom.sign_in_account USING btree (user_id)
  CREATE UNIQUE INDEX sign_in_account_provider_id_account_id_key ON newsroom.sign_in_account USING btree (provider_id, account_id)

table newsroom.sign_in_codes
  id uuid not null
  secret text not null
  backup_codes text not null
  user_id uuid not null
  verified boolean not null default false
  failed_verification_count integer not null default 0
  locked_until timestamp with time zone
  PRIMARY KEY (id)
  UNIQUE (user_id)
  FOREIGN KEY (user_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX sign_in_codes_user_id_key ON newsroom.sign_in_codes USING btree (user_id)

table newsroom.sign_in_link
  token_hash text not null
  member_id uuid not null
  purpose text not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  PRIMARY KEY (token_hash)
  CHECK ((purpose = ANY (ARRAY['invitation'::text, 'mail'::text, 'operator'::text])))
  FOREIGN KEY (member_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  CREATE INDEX sign_in_link_member ON newsroom.sign_in_link USING btree (member_id)

table newsroom.sign_in_passkey
  id uuid not null
  name text
  public_key text not null
  user_id uuid not null
  credential_id text not null
  counter bigint not null
  device_type text not null
  backed_up boolean not null
  transports text
  created_at timestamp with time zone
  aaguid text
  PRIMARY KEY (id)
  FOREIGN KEY (user_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  UNIQUE (credential_id)
  CREATE INDEX sign_in_passkey_user ON newsroom.sign_in_passkey USING btree (user_id)
  CREATE UNIQUE INDEX sign_in_passkey_credential_id_key ON newsroom.sign_in_passkey USING btree (credential_id)

table newsroom.sign_in_session
  id uuid not null
  token text not null
  user_id uuid not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  ip_address text
  user_agent text
  way text
  PRIMARY KEY (id)
  UNIQUE (token)
  FOREIGN KEY (user_id) REFERENCES newsroom.member(id) ON DELETE CASCADE
  CREATE INDEX sign_in_session_user ON newsroom.sign_in_session USING btree (user_id)
  CREATE INDEX sign_in_session_expires ON newsroom.sign_in_session USING btree (expires_at)
  CREATE UNIQUE INDEX sign_in_session_token_key ON newsroom.sign_in_session USING btree (token)

table newsroom.sign_in_verification
  id uuid not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  PRIMARY KEY (id)
  CREATE INDEX sign_in_verification_expires ON newsroom.sign_in_verification USING btree (expires_at)
  CREATE INDEX sign_in_verification_identifier ON newsroom.sign_in_verification USING btree (identifier)

table newsroom.step
  id uuid not null
  edition_id uuid not null
  revision integer not null
  act text not null
  member_id uuid
  member_name text not null
  at timestamp with time zone not null
  reason text
  looked_by uuid
  looked_at timestamp with time zone
  PRIMARY KEY (id)
  CHECK ((act = ANY (ARRAY['sent'::text, 'taken back'::text, 'sent back'::text, 'cleared'::text, 'cleared alone'::text, 'released'::text, 'scheduled'::text, 'called off'::text, 'corrected'::text, 'withdrawn'::text])))
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX step_sent ON newsroom.step USING btree (member_id, at DESC) WHERE (act = 'sent'::text)
  CREATE INDEX step_looked ON newsroom.step USING btree (looked_at DESC) WHERE ((act = 'cleared alone'::text) AND (looked_at IS NOT NULL))
  CREATE INDEX step_edition ON newsroom.step USING btree (edition_id, at)
  CREATE INDEX step_unlooked ON newsroom.step USING btree (at) WHERE ((act = 'cleared alone'::text) AND (looked_at IS NULL))

table newsroom.story
  id uuid not null
  kind text not null
  section_id uuid
  origin_address text
  origin_key text
  origin_rank integer not null default 0
  batch_id uuid
  filed_at timestamp with time zone not null
  filed_by uuid
  origin_published_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (batch_id) REFERENCES newsroom.batch(id)
  FOREIGN KEY (section_id) REFERENCES newsroom.section(id)
  CREATE INDEX story_batch ON newsroom.story USING btree (batch_id) WHERE (batch_id IS NOT NULL)
  CREATE UNIQUE INDEX story_origin_key ON newsroom.story USING btree (origin_key) WHERE (origin_key IS NOT NULL)

table newsroom.suggestion
  story_id uuid not null
  facts jsonb not null
  PRIMARY KEY (story_id)
  FOREIGN KEY (story_id) REFERENCES newsroom.story(id)

table newsroom.topic
  id uuid not null
  slug text not null
  name jsonb not null
  within uuid
  alternative_names text[] not null default '{}'::text[]
  version integer not null default 1
  archived_at timestamp with time zone
  merged_into uuid
  stands_for uuid
  PRIMARY KEY (id)
  UNIQUE (slug)
  FOREIGN KEY (within) REFERENCES newsroom.topic(id) DEFERRABLE INITIALLY DEFERRED
  FOREIGN KEY (stands_for) REFERENCES newsroom.topic(id)
  FOREIGN KEY (merged_into) REFERENCES newsroom.topic(id)
  CREATE UNIQUE INDEX topic_slug_key ON newsroom.topic USING btree (slug)

table newsroom.translation
  edition_id uuid not null
  source_id uuid not null
  made_from integer not null
  made_by text not null
  made_at timestamp with time zone not null
  source_revision integer not null
  target_revision integer not null
  passages jsonb not null
  stale_passages integer not null default 0
  waiting_passages integer not null default 0
  machine_passages integer not null default 0
  PRIMARY KEY (edition_id)
  CHECK ((edition_id <> source_id))
  FOREIGN KEY (source_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  FOREIGN KEY (edition_id) REFERENCES newsroom.edition(id) ON DELETE CASCADE
  CREATE INDEX translation_stale ON newsroom.translation USING btree (edition_id) WHERE (stale_passages > 0)
  CREATE INDEX translation_source ON newsroom.translation USING btree (source_id)

table newsroom.tries
  key text not null
  count integer not null
  ends_at timestamp with time zone not null
  PRIMARY KEY (key)
  CREATE INDEX tries_ends ON newsroom.tries USING btree (ends_at)

table newsroom.visibility_rule
  id uuid not null
  funder_id uuid not null
  project_id uuid
  statement jsonb not null
  disclaimer jsonb
  places text[] not null
  from_day date
  until_day date
  version integer not null default 1
  PRIMARY KEY (id)
  CHECK ((from_day <= until_day))
  CHECK (((places <@ ARRAY['story'::text, 'project page'::text, 'mail'::text, 'document'::text]) AND (cardinality(places) > 0)))
  FOREIGN KEY (funder_id) REFERENCES newsroom.organisation(id)
  FOREIGN KEY (project_id) REFERENCES newsroom.project(id)
  CREATE INDEX visibility_rule_funder ON newsroom.visibility_rule USING btree (funder_id)
  CREATE INDEX visibility_rule_project ON newsroom.visibility_rule USING btree (project_id) WHERE (project_id IS NOT NULL)
