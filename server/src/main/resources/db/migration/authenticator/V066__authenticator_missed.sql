-- Revoked by somebody else than its holder: the door goes on asking for a phone until there is another.
alter table authenticator
    add column missed boolean not null default false;
