create table lockout (
    tenant_id    text          not null,
    subject      text          not null, -- keyed digest: a lane to an account, or one to an identifier that is nobody's
    account_id   uuid,                   -- null: nobody's
    failures     int           not null default 0,
    held         timestamptz[] not null default '{}', -- guesses that are being evaluated
    recent       bytea[]       not null default '{}', -- keyed digests of the last wrong passwords, newest first
    recent_at    timestamptz[] not null default '{}',
    locks        int           not null default 0,    -- in a row: each is longer than the one before
    locked_until timestamptz,
    changed_at   timestamptz   not null,
    primary key (tenant_id, subject),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index lockout_account on lockout (tenant_id, account_id);
create index lockout_changed_at on lockout (changed_at);
