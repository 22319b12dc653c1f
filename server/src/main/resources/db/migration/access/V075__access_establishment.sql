-- Requests of every state go with the establishment.
drop index access_request_establishment;
create index access_request_establishment on access_request (tenant_id, establishment_id);
