-- A phone that somebody is about to add: two ways of saying the same, kept so that neither can be read here.
create table authenticator_binding (
    tenant_id        text        not null,
    id               uuid        not null,
    account_id       uuid        not null,
    link_digest      bytea       not null, -- SHA-256 of 128 random bits
    typed_mac        bytea       not null, -- of 40 bits, under the installation's key: fewer than a digest would hide
    wrong            integer     not null default 0, -- of what was typed
    expires_at       timestamptz not null,
    authenticator_id uuid,                 -- what came of it
    primary key (tenant_id, id),
    unique (tenant_id, account_id),        -- the newer one takes the older one's place
    foreign key (tenant_id, account_id) references account on delete cascade
);

create unique index authenticator_binding_link on authenticator_binding (tenant_id, link_digest);
create index authenticator_binding_expires_at on authenticator_binding (expires_at);
