create table password (
    tenant_id   text        not null,
    account_id  uuid        not null,
    phc         text        not null, -- PHC string format, with the id of its pepper
    replaced_at timestamptz not null,
    primary key (tenant_id, account_id),
    foreign key (tenant_id, account_id) references account on delete cascade
);
