create table sign_up_shadow (
    tenant_id  text        not null,
    address    bytea       not null, -- keyed digests: the table names nobody
    username   bytea       not null, -- of what look-alikes share
    expires_at timestamptz not null,
    primary key (tenant_id, address)
);

create index sign_up_shadow_username on sign_up_shadow (tenant_id, username);
create index sign_up_shadow_expires_at on sign_up_shadow (expires_at);
