-- Who orders, gives and plans day treatment.
alter table region_professional
  drop constraint region_professional_role_check,
  add constraint region_professional_role_check check (role in ('gp', 'gp-assistant', 'transfer-nurse', 'desk', 'ward',
    'elderly-doctor', 'region-manager', 'security-officer', 'specialist', 'day-nurse', 'day-planner'));
