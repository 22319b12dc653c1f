-- Who did it, where it was not the account's own holder; and the request that it was done for.
alter table audit_event
    add column actor_id uuid,
    add column concerns uuid;

create index audit_event_actor on audit_event (tenant_id, actor_id, happened_at);
