-- Somebody on the way in: what was shown was right, and something is still asked. It opens no page of an account.
create table session_entry (
    digest       bytea       primary key, -- SHA-256 of the cookie's value; another one after each step
    tenant_id    text        not null,
    id           uuid        not null,    -- stays the same from step to step: what is asked elsewhere is bound to it
    account_id   uuid        not null,
    since        timestamptz,             -- when the password that was right became the account's; null: none was shown
    shown        text[]      not null,    -- names of the steps that are behind
    language     text,
    destination  text        not null,
    browser      text        not null,
    from_address text        not null,
    expires_at   timestamptz not null,
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index session_entry_account on session_entry (tenant_id, account_id);
create index session_entry_expires_at on session_entry (expires_at);
