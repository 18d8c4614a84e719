-- What somebody is told of their moment near home, what they said to it, and how they want to hear.

-- How a person is written to: the address they gave for this, or that they want no messages. The telephone stands with the person.
create table day_treatment_reach (
  person_id uuid primary key references people_person,
  email text check (length(email) between 3 and 200),
  refuses boolean not null default false,
  said_at timestamptz not null,
  actor text not null
);

-- One telling of one moment. It waits until the moment stood still for a while; `during` null: there is no moment any more.
create table day_treatment_telling (
  id uuid primary key,
  visit_id uuid not null references day_treatment_visit,
  -- The site that gives the treatment and stands behind the message.
  organisation_id uuid not null,
  number integer not null check (number > 0),
  during tstzrange,
  -- The moment somebody was told before, that this one takes the place of.
  was tstzrange,
  due_at timestamptz not null,
  told_at timestamptz,
  way text check (way in ('mail', 'message', 'call', 'screen')),
  reminded_at timestamptz,
  -- From here on what it says does not hold any more, and its link opens nothing.
  ended_at timestamptz,
  answer text check (answer in ('comes', 'other-moment', 'cannot')),
  answered_at timestamptz,
  words text check (length(words) <= 500),
  weekdays smallint[] not null default '{}',
  part text check (part in ('morning', 'afternoon')),
  unique (visit_id, number),
  check ((told_at is null) = (way is null)),
  check ((answer is null) = (answered_at is null)),
  check (answer is null or told_at is not null)
);
-- One waits, one holds.
create unique index day_treatment_telling_waits on day_treatment_telling (visit_id) where ended_at is null and told_at is null;
create unique index day_treatment_telling_holds on day_treatment_telling (visit_id) where ended_at is null and told_at is not null;
create index day_treatment_telling_open on day_treatment_telling (organisation_id) where ended_at is null;
create index day_treatment_visit_planned on day_treatment_visit (order_id) where state = 'planned';

do $$ declare t text; begin
  foreach t in array array['reach', 'telling'] loop
    execute format('call platform_bind(%L)', 'day_treatment_' || t);
    execute format('grant select, insert on day_treatment_%s to verkeerstoren_app', t);
  end loop;
end $$;

-- Who orders and who gives know how somebody is reached; the practice does not need to.
create policy reach_known on day_treatment_reach for all
  using (exists (select 1 from day_treatment_order o where o.person_id = day_treatment_reach.person_id
    and platform_org() in (o.hospital_org, o.site_org)))
  with check (exists (select 1 from day_treatment_order o where o.person_id = day_treatment_reach.person_id
    and platform_org() in (o.hospital_org, o.site_org)));
grant update (email, refuses, said_at, actor) on day_treatment_reach to verkeerstoren_app;

-- The site tells. Who holds the link of one telling finds that one, by the name it acts in: `moment:<id>`.
create policy telling_site on day_treatment_telling for all using (organisation_id = platform_org())
  with check (organisation_id = platform_org()
    and exists (select 1 from day_treatment_visit v where v.id = visit_id and day_treatment_gives(v.order_id)));
create policy telling_held on day_treatment_telling for select using (id::text = people_named('moment'));
grant update (during, was, due_at, told_at, way, reminded_at, ended_at, answer, answered_at, words, weekdays, part), delete
  on day_treatment_telling to verkeerstoren_app;
