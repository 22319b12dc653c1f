-- What waits for an account ends with its password, and with the account.
create index approval_request_account on approval_request (tenant_id, account_id);
