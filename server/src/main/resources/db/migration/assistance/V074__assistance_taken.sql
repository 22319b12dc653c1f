-- What an agent who leaves has in hand goes back.
create index assistance_request_taken on assistance_request (tenant_id, agent_id) where state = 'taken';
