create table challenge_spent (
    tenant_id  text        not null,
    digest     bytea       not null, -- SHA-256 of the puzzle: it names nobody
    expires_at timestamptz not null,
    primary key (tenant_id, digest)
);

create index challenge_spent_expires_at on challenge_spent (expires_at);
