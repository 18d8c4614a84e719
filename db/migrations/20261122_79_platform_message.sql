-- A short message to a telephone leaves the house as mail and webhooks do, through the service the installation names.
alter table platform_delivery drop constraint platform_delivery_kind_check;
alter table platform_delivery add constraint platform_delivery_kind_check check (kind in ('mail', 'webhook', 'message'));
