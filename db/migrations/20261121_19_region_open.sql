-- What the region shows to the outside, and which regions it follows. Each organisation decides for itself whether its
-- counts are public: some see them as their own business.
alter table region_organisation add column publishes boolean not null default false;

-- Regions whose published counts (capacity.json) stand beside ours.
create table region_followed (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  url text not null check (url ~ '^https?://'),
  added_by text not null,
  added_at timestamptz not null,
  ended_at timestamptz
);
create unique index region_followed_url on region_followed (url) where ended_at is null;
grant select, insert, update (ended_at) on region_followed to verkeerstoren_app;
