create table email_change (
    tenant_id  text        not null,
    id         uuid        not null,
    account_id uuid        not null,
    number     bigint      not null generated always as identity, -- an account's changes in their order
    old_email  text        not null,
    new_email  text        not null,
    state      text        not null check (state in ('asked', 'made', 'undone')),
    expires_at timestamptz not null, -- asked: no longer to be confirmed; made: no longer to be undone
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create unique index email_change_asked on email_change (tenant_id, account_id) where state = 'asked';
create index email_change_account on email_change (tenant_id, account_id, number);
create index email_change_expires_at on email_change (expires_at);
