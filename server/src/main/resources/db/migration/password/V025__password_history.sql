create table password_history (
    tenant_id  text   not null,
    account_id uuid   not null,
    number     bigint generated always as identity, -- the later, the higher
    phc        text   not null, -- as in password; at most 23 of them an account, fewer where the tenant asks fewer
    primary key (tenant_id, account_id, number),
    foreign key (tenant_id, account_id) references account on delete cascade
);
