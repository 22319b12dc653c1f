-- A sign-in address that the help desk replaces: proposed by one agent, approved by another, confirmed at the new address,
-- made a day later by nobody's hand, unless the old address cancels it.
create table readdress (
    tenant_id    text        not null,
    id           uuid        not null,
    account_id   uuid        not null,
    request_id   uuid        not null,
    old_email    text        not null,
    new_email    text        not null,
    reason       bytea       not null, -- sealed
    state        text        not null check (state in ('proposed', 'approved', 'made', 'refused', 'cancelled', 'dead')),
    proposed_by  uuid        not null,
    proposed_at  timestamptz not null,
    decided_by   uuid,
    due_at       timestamptz,          -- from approval on: not before
    expires_at   timestamptz not null, -- not after
    confirmed_at timestamptz,
    closed_at    timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create unique index readdress_open on readdress (tenant_id, account_id) where state in ('proposed', 'approved');
create index readdress_account on readdress (tenant_id, account_id);
create index readdress_expires_at on readdress (expires_at) where state in ('proposed', 'approved');
create index readdress_closed_at on readdress (closed_at);
