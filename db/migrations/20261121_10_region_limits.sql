-- What a house cannot do, whatever bed is free: it says so itself, and what it did not say keeps nobody out.
alter table region_site
  -- Languages that are spoken there; null: not said.
  add column languages text[] check (cardinality(languages) > 0),
  -- Has it a doctor of its own for ELV low? Null: not said.
  add column own_doctor_low boolean;

-- On which grounds a closed ward takes people (Wzd); null: not said.
alter table region_unit
  add column legal_titles text[] check (legal_titles <@ array['voluntary', 'article-21', 'rm', 'ibs']);

-- GP practices that treat their own people at a site.
create table region_treating_gp (
  site_id uuid not null references region_site,
  organisation_id uuid not null references region_organisation,
  primary key (site_id, organisation_id)
);

-- Insurers that pay for stays with an organisation. No row: not said; with rows: these, and no others.
create table region_contract (
  organisation_id uuid not null references region_organisation,
  uzovi text not null check (uzovi ~ '^\d{4}$'),
  -- Null: for every product.
  product text,
  -- The last day; null: no end agreed.
  until date,
  ceiling_reached boolean not null default false,
  unique nulls not distinct (organisation_id, uzovi, product)
);

grant select, insert, delete on region_treating_gp, region_contract to verkeerstoren_app;
