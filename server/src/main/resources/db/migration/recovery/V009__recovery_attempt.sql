create table recovery_attempt (
    tenant_id  text        not null,
    id         uuid        not null,
    procedure  text        not null,
    asked      bytea,                        -- what was typed, sealed; null once looked up
    account_id uuid,                         -- null until looked up
    standing   int         not null default 0, -- how many of the procedure's proofs stand, in its order
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index recovery_attempt_account on recovery_attempt (tenant_id, account_id);
create index recovery_attempt_expires_at on recovery_attempt (expires_at);
