create table session (
    digest     bytea       primary key, -- SHA-256 of the cookie's value
    tenant_id  text        not null,
    account_id uuid        not null,
    opened_at  timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null,
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index session_account on session (tenant_id, account_id);
create index session_ends_at on session (ends_at);
