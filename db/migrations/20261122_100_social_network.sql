-- Who stands round the person, drawn in their conversation: it belongs to the part `network` of it, and is seen and changed by
-- whom that part is.
create table social_network (
  id uuid primary key,
  conversation_id uuid not null references social_conversation,
  name text not null check (length(name) between 1 and 80),
  -- Who this is to the person, in their words: daughter, neighbour, physiotherapist.
  bond text not null default '' check (length(bond) <= 80),
  near text not null check (near in ('close', 'around', 'further')),
  -- What they do for the person, and the person for them.
  does text not null default '' check (length(does) <= 500),
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  changed_org uuid
);
create index social_network_conversation on social_network (conversation_id);

-- Who cares for the person beside their own life: how that goes in their own words, and what they ask for themselves. The
-- choice is how they say it, never a score.
create table social_carer (
  network_id uuid primary key references social_network on delete cascade,
  -- Null: not said.
  load text check (load in ('goes-well', 'just-goes', 'too-much')),
  words text not null default '' check (length(words) <= 1000),
  question text not null default '' check (length(question) <= 500)
);

call platform_bind('social_network');
call platform_bind('social_carer');

-- In whose conversation somebody of the network stands, for who may see the network of it.
create function social_network_of(asked uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  return (select n.conversation_id from social_network n where n.id = asked and social_shown(n.conversation_id, 'network'));
do $$
begin
  grant create on schema public to verkeerstoren_guard;
  alter function social_network_of(uuid) owner to verkeerstoren_guard;
  revoke create on schema public from verkeerstoren_guard;
end $$;
grant select on social_network to verkeerstoren_guard;

create policy network_seen on social_network for select using (social_shown(conversation_id, 'network'));
create policy network_added on social_network for insert with check (social_writes(conversation_id));
create policy network_changed on social_network for update
  using (social_writes(conversation_id)) with check (social_writes(conversation_id));
create policy network_taken_out on social_network for delete using (social_writes(conversation_id));
create policy carer_seen on social_carer for select using (social_network_of(network_id) is not null);
create policy carer_added on social_carer for insert with check (social_writes(social_network_of(network_id)));
create policy carer_changed on social_carer for update using (social_writes(social_network_of(network_id)))
  with check (social_writes(social_network_of(network_id)));
create policy carer_taken_out on social_carer for delete using (social_writes(social_network_of(network_id)));

grant select, insert, delete on social_network, social_carer to verkeerstoren_app;
grant update (name, bond, near, does, version, changed_at, changed_org) on social_network to verkeerstoren_app;
grant update (load, words, question) on social_carer to verkeerstoren_app;
