-- A token that lasts stands beside others of its purpose, one for each matter, and outlives a new password.
alter table one_time_token
    add column lasting boolean not null default false,
    add column matter  uuid    not null default '00000000-0000-0000-0000-000000000000', -- what a lasting one concerns
    drop constraint one_time_token_pkey,
    add primary key (tenant_id, account_id, purpose, matter);
