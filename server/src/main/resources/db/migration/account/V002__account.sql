create table account (
    tenant_id       text        not null,
    id              uuid        not null,
    email           text        not null, -- as it was given: letters go here and nowhere else
    email_canonical text        not null, -- the one form that comparisons use
    given_name      text        not null,
    family_name     text        not null,
    language        text,
    status          text        not null check (status in ('active', 'disabled')),
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, email_canonical)
);
