create table access_request (
    tenant_id        text        not null,
    id               uuid        not null,
    account_id       uuid        not null, -- who would have access
    asked_by         uuid        not null, -- an administrator
    asked_from       uuid        not null, -- of this establishment, where the account has access already
    number           text        not null, -- of the establishment that was asked, as it was typed: it may be nobody's
    establishment_id uuid,                 -- whose number it is; null: nobody's, and nobody is told so
    rights           text[]      not null,
    state            text        not null check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account on delete cascade,
    foreign key (tenant_id, asked_by) references account on delete cascade,
    foreign key (tenant_id, asked_from) references establishment on delete cascade,
    foreign key (tenant_id, establishment_id) references establishment on delete cascade
);

create unique index access_request_pending on access_request (tenant_id, account_id, number) where state = 'pending';
create index access_request_account on access_request (tenant_id, account_id);
create index access_request_establishment on access_request (tenant_id, establishment_id) where state = 'pending';
create index access_request_asked_from on access_request (tenant_id, asked_from);
create index access_request_asked_by on access_request (tenant_id, asked_by);
create index access_request_expires_at on access_request (expires_at);

-- One letter of a request: each administrator of the establishment that was asked gets theirs.
create table access_letter (
    tenant_id  text not null,
    id         uuid not null,
    request_id uuid not null,
    account_id uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, request_id) references access_request on delete cascade,
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index access_letter_request on access_letter (tenant_id, request_id);
create index access_letter_account on access_letter (tenant_id, account_id);
