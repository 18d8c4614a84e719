-- What a specialist signed stays readable as it was signed; a draft that nobody signed may be thrown away.
create table day_treatment_signature (
  order_id uuid not null references day_treatment_order,
  signature integer not null check (signature > 0),
  treatment_version integer not null,
  signed_by text not null,
  signed_at timestamptz not null,
  -- What the order said, word for word.
  content jsonb not null,
  primary key (order_id, signature)
);
call platform_bind('day_treatment_signature');
grant select, insert on day_treatment_signature to verkeerstoren_app;

create policy signature_read on day_treatment_signature for select using (day_treatment_reads(order_id));
-- Only what the order says at that moment is kept, by the hospital whose order it is.
create policy signature_made on day_treatment_signature for insert with check (exists (
  select 1 from day_treatment_order o where o.id = order_id and o.hospital_org = platform_org() and o.state = 'signed'
    and o.signature = day_treatment_signature.signature and o.signed_by = day_treatment_signature.signed_by));

create policy order_discarded on day_treatment_order for delete using (hospital_org = platform_org() and state = 'draft');
grant delete on day_treatment_order to verkeerstoren_app;
