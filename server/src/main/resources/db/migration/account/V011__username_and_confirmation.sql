alter table account
    add column username           text,        -- as it was given, for showing
    add column username_canonical text,        -- the one form that comparisons use
    add column username_skeleton  text,        -- what look-alikes share: only one of them is given out
    add column confirmed_at       timestamptz, -- when its owner proved to read the address; null: nobody has yet
    add column recoverable_from   timestamptz; -- after a change of address: until then the address opens nothing

-- Those of before were brought in by an operator, who vouches for them.
update account set confirmed_at = created_at;

create unique index account_username on account (tenant_id, username_canonical);
create unique index account_username_skeleton on account (tenant_id, username_skeleton);
create index account_unconfirmed on account (tenant_id, created_at) where confirmed_at is null;
