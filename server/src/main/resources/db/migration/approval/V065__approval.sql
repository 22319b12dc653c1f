-- Asked of a device, while a browser waits. What the browser shows is derived from the id and kept nowhere.
create table approval_request (
    tenant_id    text        not null,
    id           uuid        not null,
    action       text        not null, -- what an answer moves, and nothing else: recovery, sign-in
    subject      uuid        not null, -- the attempt or the entry that waits: an answer moves it alone
    account_id   uuid,                 -- null: nobody's, or shown to no device
    state        text        not null default 'pending',
    browser      text        not null,
    from_address text        not null,
    known        boolean     not null default false, -- from a browser that the account knows
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    device_id    uuid,                 -- which one answered
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

-- One at a time: strangers' requests and those of known browsers do not displace each other.
create unique index approval_request_pending on approval_request (tenant_id, account_id, known)
    where state = 'pending' and account_id is not null;
create index approval_request_subject on approval_request (tenant_id, subject, asked_at);
create index approval_request_expires_at on approval_request (expires_at);

-- How much has been asked of whom. The row is the lock behind which it is decided.
create table approval_holder (
    tenant_id    text        not null,
    account_id   uuid        not null,
    unanswered   int         not null default 0, -- requests shown since the last one approved
    paused_until timestamptz,                    -- after "it was not me": none is shown
    told_at      timestamptz,                    -- of the last letter about requests that were not shown
    primary key (tenant_id, account_id),
    foreign key (tenant_id, account_id) references account on delete cascade
);
