-- What its owner recognises a session by. Defaults serve sessions opened before, and nodes that do not know these columns yet.
alter table session
    add column id           uuid not null default gen_random_uuid(), -- public: names the session on a page, opens nothing
    add column browser      text not null default '', -- two words of our own: "firefox android"
    add column from_address text not null default ''; -- IPv4, or the /64 of IPv6, as budgets count it

create unique index session_id on session (tenant_id, id);
