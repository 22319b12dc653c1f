-- What an account is called on authenticators: random, so that it names nobody.
create table passkey_holder (
    tenant_id  text  not null,
    account_id uuid  not null,
    handle     bytea not null,
    primary key (tenant_id, account_id),
    unique (tenant_id, handle),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create table passkey (
    tenant_id       text        not null,
    id              uuid        not null, -- its public name; the credential's own id stays between browser and server
    account_id      uuid        not null,
    credential_id   bytea       not null,
    public_key      bytea       not null, -- COSE
    attestation     bytea       not null, -- of the kind "none": the key once more, as the library reads it
    signature_count bigint      not null,
    backup_eligible boolean     not null, -- may be copied to its holder's other devices
    backed_up       boolean     not null,
    transports      text        not null, -- words of the browser's, for the browser
    name            text        not null,
    created_at      timestamptz not null,
    used_at         timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, credential_id),
    foreign key (tenant_id, account_id) references passkey_holder on delete cascade
);

create index passkey_account on passkey (tenant_id, account_id);

-- A challenge costs no row until it is answered; then it is here, and is not answered again.
create table passkey_challenge_spent (
    tenant_id  text        not null,
    digest     bytea       not null,
    expires_at timestamptz not null,
    primary key (tenant_id, digest)
);

create index passkey_challenge_spent_expires_at on passkey_challenge_spent (expires_at);
