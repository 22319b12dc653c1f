-- What readers thought of the help pages. No account, no address: it says nothing of who they are.
create table guide_feedback (
    tenant_id text        not null,
    number    bigint      generated always as identity,
    page      text        not null,
    language  text        not null,
    useful    boolean     not null,
    comment   text        not null check (char_length(comment) <= 1000),
    at        timestamptz not null,
    primary key (tenant_id, number)
);

create index guide_feedback_at on guide_feedback (at);
