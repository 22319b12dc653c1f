-- When the password was last shown in this session; null: when it was opened.
alter table session
    add column proved_at timestamptz;
