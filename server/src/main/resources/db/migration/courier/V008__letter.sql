create table letter (
    id        uuid        primary key,
    tenant_id text        not null,
    kind      text        not null,
    concerns  uuid        not null,
    language  text        not null,
    state     text        not null check (state in ('waiting', 'sent', 'nobody', 'stale', 'undeliverable')),
    tries     int         not null default 0,
    trouble   text        not null default '', -- reply code or kind of failure; never an address, never a link
    queued_at timestamptz not null,
    stale_at  timestamptz not null,
    closed_at timestamptz
);

create index letter_waiting on letter (queued_at) where state = 'waiting';
create index letter_closed_at on letter (closed_at);
