-- What is no longer pending goes with the next purge; what an establishment had goes with it.
create index invitation_closed on invitation (tenant_id) where state <> 'pending';
create index invitation_establishment on invitation (tenant_id, establishment_id);
