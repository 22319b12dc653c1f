-- What people ask the help desk for. What they typed is sealed; the codes are made from the key and never stored.
create table assistance_request (
    tenant_id   text        not null,
    id          uuid        not null,
    number      text        not null, -- what people say on the telephone: random, so that it counts nothing
    kind        text        not null check (kind in ('form', 'address', 'call')),
    state       text        not null check (state in ('new', 'taken', 'second', 'closed')),
    typed       bytea,                -- sealed
    account_id  uuid,                 -- whose it is; until then nobody's
    agent_id    uuid,                 -- in whose hands it is
    result      text,
    asked_at    timestamptz not null,
    closed_at   timestamptz,
    code_source text        not null default 'page' check (code_source in ('page', 'letter')),
    code_round  int         not null default 0,
    code_until  timestamptz not null,
    code_tries  int         not null default 0, -- for the whole life of the request
    matched_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, account_id) references account on delete cascade
);

create index assistance_request_queue on assistance_request (tenant_id, asked_at) where state <> 'closed';
create index assistance_request_account on assistance_request (tenant_id, account_id);
create unique index assistance_request_address on assistance_request (tenant_id, account_id)
    where kind = 'address' and state <> 'closed';
create index assistance_request_asked_at on assistance_request (asked_at);
create index assistance_request_closed_at on assistance_request (closed_at);
