-- A code on somebody's paper. Its first characters say which row is meant; what is behind them is hashed as a password is.
create table recovery_code (
    tenant_id  text        not null,
    account_id uuid        not null,
    selector   text        not null,
    hash       text        not null,
    made_at    timestamptz not null,
    primary key (tenant_id, account_id, selector),
    foreign key (tenant_id, account_id) references account on delete cascade
);

-- The codes of a fresh set, sealed, for the page that shows them to the session that asked: a few minutes, and gone when they are kept.
create table recovery_code_sheet (
    tenant_id  text        not null,
    account_id uuid        not null,
    session_id uuid        not null,
    codes      bytea       not null,
    expires_at timestamptz not null,
    primary key (tenant_id, account_id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index recovery_code_sheet_expires_at on recovery_code_sheet (expires_at);
