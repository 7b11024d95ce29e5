-- Proof that somebody was forgotten, without remembering who: a keyed digest in the place of the id.
create table erasures (
    subject      text primary key,
    requested_at timestamptz not null
);

create table erasure_receipts (
    subject text        not null references erasures (subject) on delete cascade,
    service text        not null,
    at      timestamptz not null,
    counts  text        not null,
    primary key (subject, service)
);

create index groups_of_founder on groups (created_by);

-- timestamps as the API writes them, for documents that the database composes
create function rfc3339(timestamptz) returns text language sql immutable strict
    return to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
