create table one_time_token (
    tenant_id  text        not null,
    account_id uuid        not null,
    purpose    text        not null,
    digest     bytea       not null unique, -- SHA-256 of the secret: the secret itself is in the letter only
    address    text        not null,        -- canonical
    concerns   uuid        not null,
    expires_at timestamptz not null,
    primary key (tenant_id, account_id, purpose),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index one_time_token_expires_at on one_time_token (expires_at);
