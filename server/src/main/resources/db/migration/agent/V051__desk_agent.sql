-- Whoever works at a tenant's help desk: an account, or an invitation that is to become one.
create table desk_agent (
    tenant_id     text        not null,
    id            uuid        not null,
    account_id    uuid,
    invitation_id uuid,
    since         timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, account_id),
    unique (tenant_id, invitation_id),
    foreign key (tenant_id, account_id) references account on delete cascade,
    check (num_nonnulls(account_id, invitation_id) = 1)
);

-- That an agent saw these proofs stand, for this account and this request.
create table verification (
    tenant_id  text        not null,
    id         uuid        not null,
    agent_id   uuid        not null,
    account_id uuid        not null,
    request_id uuid        not null,
    proofs     text[]      not null, -- names of the tenant file's `desk.script`, and `codes`
    stood_at   timestamptz not null,
    ends_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index verification_agent on verification (tenant_id, agent_id, request_id);
create index verification_account on verification (tenant_id, account_id);
create index verification_ends_at on verification (ends_at);

-- What agents looked at and did. The audit has the same without the reasons, which are typed text.
create table agent_deed (
    id          bigint generated always as identity primary key,
    tenant_id   text        not null,
    happened_at timestamptz not null,
    agent_id    uuid        not null, -- a pseudonym, as in the audit
    act         text        not null,
    account_id  uuid,
    request_id  uuid,
    reason      bytea                 -- sealed
);

create index agent_deed_request on agent_deed (tenant_id, request_id, happened_at);
create index agent_deed_happened_at on agent_deed (happened_at);
