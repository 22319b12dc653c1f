-- The second factors of somebody who has lost them all, to be removed by the help desk: proposed by one agent, approved by another,
-- made a day later by nobody's hand, unless the holder cancels it, or comes in with one of them.
create table unbinding (
    tenant_id   text        not null,
    id          uuid        not null,
    account_id  uuid        not null,
    request_id  uuid        not null,
    email       text        not null, -- the account's when it was proposed
    reason      bytea       not null, -- sealed
    state       text        not null
                check (state in ('proposed', 'approved', 'made', 'refused', 'cancelled', 'returned', 'dead')),
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    decided_by  uuid,
    due_at      timestamptz,          -- from approval on: not before
    expires_at  timestamptz not null, -- not after
    closed_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create unique index unbinding_open on unbinding (tenant_id, account_id) where state in ('proposed', 'approved');
create index unbinding_account on unbinding (tenant_id, account_id);
create index unbinding_expires_at on unbinding (expires_at) where state in ('proposed', 'approved');
create index unbinding_closed_at on unbinding (closed_at);

-- Whom it is announced to, each with a link of its own: the account's address, and those that were its own until lately.
create table unbinding_notice (
    tenant_id    text not null,
    id           uuid not null,
    unbinding_id uuid not null,
    email        text not null,
    told         boolean not null default false, -- its letter is written: until then the day does not end
    primary key (tenant_id, id),
    foreign key (tenant_id, unbinding_id) references unbinding on delete cascade
);

create index unbinding_notice_unbinding on unbinding_notice (tenant_id, unbinding_id);
