-- A foreign key locks the account's row for each new counter: half a millisecond by which a wrong password told whether the
-- identifier is somebody's. The account still takes its counters along.
alter table lockout drop constraint lockout_tenant_id_account_id_fkey;

create function lockout_of_deleted() returns trigger language plpgsql as $$
begin
    delete from lockout using gone where lockout.tenant_id = gone.tenant_id and lockout.account_id = gone.id;
    return null;
end
$$;

create trigger lockout_of_deleted after delete on account
    referencing old table as gone for each statement execute function lockout_of_deleted();
