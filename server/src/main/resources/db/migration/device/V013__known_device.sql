create table known_device (
    tenant_id  text        not null,
    id         uuid        not null, -- of a browser; several accounts may have signed in with it
    account_id uuid        not null,
    known_from timestamptz not null,
    seen_at    timestamptz not null,
    primary key (tenant_id, id, account_id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index known_device_account on known_device (tenant_id, account_id, seen_at);
create index known_device_seen_at on known_device (seen_at);
