-- The purge looks at nobody's rows alone, oldest first.
create index lockout_nobodies on lockout (tenant_id, changed_at) where account_id is null;
