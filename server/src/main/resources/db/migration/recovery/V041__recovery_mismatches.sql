alter table recovery_attempt
    add column mismatches int not null default 0; -- how often the link's account was described wrongly
