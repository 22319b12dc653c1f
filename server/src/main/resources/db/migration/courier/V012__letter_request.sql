create table letter_request (
    tenant_id  text        not null,
    id         uuid        not null,
    asked      bytea,                -- the address that was typed, sealed; null once looked up
    account_id uuid,                 -- whose it is; null until looked up, and when it is nobody's
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index letter_request_account on letter_request (tenant_id, account_id);
create index letter_request_expires_at on letter_request (expires_at);
