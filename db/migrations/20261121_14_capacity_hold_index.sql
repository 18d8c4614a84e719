-- How many places one account holds by itself is asked at every hold.
create index capacity_claim_hold on capacity_claim (subject, expires_at) where kind = 'hold' and released_at is null;
