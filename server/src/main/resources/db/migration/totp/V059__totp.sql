-- An authenticator application that holds a seed of ours (RFC 6238).
create table totp (
    tenant_id  text        not null,
    id         uuid        not null,
    account_id uuid        not null,
    name       text        not null, -- its holder's own word for it
    seed       bytea       not null, -- sealed, for this account alone
    last_step  bigint      not null, -- of the last code that was accepted: it and all before it are worth nothing
    bound_at   timestamptz not null,
    used_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index totp_account on totp (tenant_id, account_id, bound_at);

-- A seed that is being set up: it asks for nothing and opens nothing until a code of it was typed.
create table totp_offer (
    tenant_id  text        not null,
    account_id uuid        not null,
    session_id uuid        not null, -- shown in the session that asked for it and in no other
    seed       bytea       not null,
    expires_at timestamptz not null,
    primary key (tenant_id, account_id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index totp_offer_expires_at on totp_offer (expires_at);
