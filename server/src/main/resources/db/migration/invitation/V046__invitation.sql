create table invitation (
    tenant_id        text        not null,
    id               uuid        not null,
    establishment_id uuid,                 -- null: to an account alone; whoever asked for it gives it its rights
    invited_by       uuid,                 -- null: the operator
    email            text        not null, -- as it was typed: the letter goes here and nowhere else
    email_canonical  text        not null,
    given_name       text        not null,
    family_name      text        not null,
    rights           text[]      not null,
    state            text        not null check (state in ('pending', 'accepted', 'withdrawn')),
    digest           bytea       unique,   -- SHA-256 of the secret of the last letter; null: none has left, or it is spent
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, establishment_id) references establishment on delete cascade,
    foreign key (tenant_id, invited_by) references account on delete cascade -- what a removed administrator had pending dies
);

-- One at a time for an address and an establishment: asking again is sending again.
create unique index invitation_pending on invitation (tenant_id, establishment_id, email_canonical) where state = 'pending';
create index invitation_email on invitation (tenant_id, email_canonical) where state = 'pending';
create index invitation_invited_by on invitation (tenant_id, invited_by);
create index invitation_expires_at on invitation (expires_at);
