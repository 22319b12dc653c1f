create table establishment (
    tenant_id       text        not null,
    id              uuid        not null,
    number          text        not null, -- what its people call its identifier
    name            text        not null,
    email           text        not null, -- its own address, as it was given; no letter of an account goes here
    email_canonical text        not null,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);

create table membership (
    tenant_id        text        not null,
    establishment_id uuid        not null,
    account_id       uuid        not null,
    rights           text[]      not null, -- names of the tenant file's `membership.rights`
    since            timestamptz not null,
    primary key (tenant_id, establishment_id, account_id),
    foreign key (tenant_id, establishment_id) references establishment on delete cascade,
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index membership_account on membership (tenant_id, account_id);
