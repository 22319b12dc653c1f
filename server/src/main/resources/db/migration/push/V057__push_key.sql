-- The key pair by which push services know this installation: made once, the same for every node.
create table push_key (
    only_one    boolean primary key default true check (only_one),
    public_key  bytea   not null, -- a point of P-256, uncompressed
    private_key bytea   not null  -- sealed
);
