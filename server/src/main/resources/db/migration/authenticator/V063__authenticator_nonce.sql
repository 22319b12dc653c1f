-- The calls that were heard, until they would be too old anyway: none is heard twice, at whichever node.
create table authenticator_nonce (
    tenant_id  text        not null,
    signer     bytea       not null, -- SHA-256 of the key that signed
    nonce      text        not null,
    expires_at timestamptz not null,
    primary key (tenant_id, signer, nonce)
);

create index authenticator_nonce_expires_at on authenticator_nonce (expires_at);
