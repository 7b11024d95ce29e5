-- Whoever acts has an account: the database refuses what an erased account's last token still tries.
alter table memberships add constraint memberships_account foreign key (user_id) references users (id);
create index memberships_of_account on memberships (user_id);
create index memberships_requested on memberships (group_id, joined_at, user_id) where state = 'requested';

-- the founder may have been erased since
alter table groups alter column created_by drop not null;

create table invites (
    id         uuid primary key,
    group_id   uuid        not null references groups (id) on delete cascade,
    -- SHA-256 of the token: who reads the table cannot join by it
    token_hash text        not null unique,
    created_by uuid        not null constraint invites_account references users (id),
    -- whom it is for; null for whoever holds the token
    user_id    uuid        constraint invites_guest_account references users (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    max_uses   integer     check (max_uses > 0),
    used       integer     not null,
    constraint invites_not_overused check (used <= max_uses)
);
create index invites_of_group on invites (group_id, id desc);
create index invites_of_guest on invites (user_id, group_id) where user_id is not null;
create index invites_of_host on invites (created_by);

-- What is gone and who may say "delete it" once more: repeating one's own DELETE is 204, another's is 404.
create table gone (
    kind    text        not null,
    id      uuid        not null,
    user_id uuid        not null,
    at      timestamptz not null,
    primary key (id, user_id, kind)
);
create index gone_of_account on gone (user_id);
