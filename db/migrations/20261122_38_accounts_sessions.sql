-- By what somebody came in (browser and system, in two words), so that its owner knows the session again in the list.
alter table platform_session add column device text check (length(device) between 1 and 60);
