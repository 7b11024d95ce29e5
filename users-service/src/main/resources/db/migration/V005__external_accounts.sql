-- an account of an external issuer has no password here
alter table users alter column password_hash drop not null;
