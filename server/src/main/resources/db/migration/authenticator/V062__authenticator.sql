-- Phones that answer for an account. Of their keys only the public halves: what is here proves nothing by itself.
create table authenticator (
    tenant_id    text        not null,
    id           uuid        not null,
    account_id   uuid        not null,
    name         text        not null,
    device_key   bytea       not null, -- SubjectPublicKeyInfo, P-256: signs every call
    lock_kind    text        not null check (lock_kind in ('pin', 'webauthn')),
    lock_key     bytea       not null, -- of what only its holder unlocks: SubjectPublicKeyInfo, or attested credential data
    lock_count   bigint      not null default 0, -- of the phone's own lock, as last told; it only grows
    browser      text        not null, -- two words of our own: "chrome android"
    subscription bytea,                -- where it is woken, sealed
    since        timestamptz not null,
    used_at      timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index authenticator_account on authenticator (tenant_id, account_id);
create index authenticator_revoked_at on authenticator (revoked_at) where revoked_at is not null;
