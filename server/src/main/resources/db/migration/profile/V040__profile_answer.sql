create table profile_answer (
    tenant_id  text not null,
    account_id uuid not null,
    field      text not null, -- as the tenant file names it
    answer     text not null, -- as it was typed; of a list, the value that stands for it
    primary key (tenant_id, account_id, field),
    foreign key (tenant_id, account_id) references account on delete cascade
);
