create table budget (
    tenant_id     text          not null,
    subject       bytea         not null, -- keyed digest of the budget's name and of what it counts
    spent         timestamptz[] not null, -- within the window, oldest first
    held          timestamptz[] not null default '{}', -- places of guesses that are being evaluated
    last_spent_at timestamptz   not null,
    primary key (tenant_id, subject)
);

create index budget_last_spent_at on budget (last_spent_at);
