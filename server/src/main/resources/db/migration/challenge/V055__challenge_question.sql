create table challenge_question (
    tenant_id  text        not null,
    browser    bytea       not null, -- keyed digest of its cookie: it names nobody
    slot       smallint    not null check (slot between 0 and 4), -- so many at once for a browser, in however many tabs
    id         uuid        not null,
    action     text        not null,
    language   text        not null,
    solution   bytea       not null, -- what is drawn and said, sealed
    shown      int         not null default 0, -- how often it was drawn or said
    expires_at timestamptz not null,
    primary key (tenant_id, browser, slot),
    unique (tenant_id, id)
);

create index challenge_question_expires_at on challenge_question (expires_at);
