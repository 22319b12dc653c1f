create table key_witness (
    name    text  primary key,
    witness bytea not null
);
