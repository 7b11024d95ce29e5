create table users (
    id              uuid primary key,
    email           text        not null,
    password_hash   text        not null,
    first_name      text,
    last_name       text,
    -- the names without case and accents: what people search by
    first_name_key  text        not null,
    last_name_key   text        not null,
    avatar_file_id  uuid,
    locale          text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         integer     not null
);
-- e-mails are stored in lower case, so that this is unique whatever the case they were typed in
create unique index users_email on users (email);
create index users_first_name_key on users (first_name_key text_pattern_ops);
create index users_last_name_key on users (last_name_key text_pattern_ops);

create table groups (
    id           uuid primary key,
    name         text        not null,
    -- the words of the name without case and accents, each after a blank: found by the start of any word
    name_key     text        not null,
    description  text,
    destination  text,
    time_zone    text        not null,
    starts_on    date,
    ends_on      date,
    visibility   text        not null check (visibility in ('open', 'closed', 'private')),
    max_members  integer     not null check (max_members > 0),
    member_count integer     not null check (member_count >= 0),
    created_by   uuid        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      integer     not null,
    -- a full group stays full however many join at once
    constraint groups_not_overfull check (member_count <= max_members),
    constraint groups_dates_in_order check (ends_on >= starts_on)
);
create index groups_open on groups (id desc) where visibility = 'open';

create table memberships (
    group_id  uuid        not null references groups (id) on delete cascade,
    user_id   uuid        not null,
    role      text        not null check (role in ('owner', 'admin', 'member')),
    state     text        not null check (state in ('active', 'requested', 'banned')),
    joined_at timestamptz not null,
    primary key (group_id, user_id)
);
create index memberships_of_user on memberships (user_id, group_id desc) where state = 'active';
create index memberships_in_order on memberships (group_id, joined_at, user_id) where state = 'active';

create table outbox (
    -- identity rather than the event's id: the order of publication must not hang on a clock
    position   bigint generated always as identity primary key,
    stream     text        not null,
    payload    text        not null,
    created_at timestamptz not null default now()
);
