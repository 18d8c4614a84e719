-- A place beyond what there is, made for one person: found quickly, so that it ends as soon as that person is gone.
create index capacity_place_extra on capacity_place (id) where ended_at is null and 'extra' = any (labels);
