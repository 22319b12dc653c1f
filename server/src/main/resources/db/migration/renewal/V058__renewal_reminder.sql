-- That somebody is owed, or was sent, the letter of so many days before a password expires: once for each password.
create table renewal_reminder (
    tenant_id  text        not null,
    account_id uuid        not null,
    since      timestamptz not null, -- password.replaced_at
    days       int         not null,
    primary key (tenant_id, account_id, since, days),
    foreign key (tenant_id, account_id) references account on delete cascade
);

-- Those about to expire are looked for every hour.
create index password_replaced_at on password (tenant_id, replaced_at);
