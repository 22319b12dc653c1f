create table audit_event (
    id           bigint generated always as identity primary key,
    tenant_id    text        not null,
    happened_at  timestamptz not null,
    what         text        not null,
    account_id   uuid,                -- a pseudonym: it outlives the account until the row's own term
    from_address text        not null -- IPv4, or the /64 of IPv6; empty when there is none
);

create index audit_event_account on audit_event (tenant_id, account_id, happened_at);
create index audit_event_happened_at on audit_event (happened_at);
