create table activities (
    id               uuid primary key,
    group_id         uuid        not null references groups (id) on delete cascade,
    -- null once the account is erased
    proposed_by      uuid        constraint activities_account references users (id),
    type             text        not null,
    title            text        not null,
    description      text,
    location         text,
    latitude         double precision check (latitude between -90 and 90),
    longitude        double precision check (longitude between -180 and 180),
    scheduled_at     timestamptz,
    duration_minutes integer     check (duration_minutes > 0),
    status           text        not null check (status in ('planned', 'ongoing', 'completed', 'canceled')),
    created_at       timestamptz not null,
    version          integer     not null
);
create index activities_of_group on activities (group_id, id desc);
create index activities_of_account on activities (proposed_by);

create table votes (
    activity_id uuid        not null references activities (id) on delete cascade,
    user_id     uuid        not null constraint votes_account references users (id),
    value       text        not null check (value in ('like', 'dislike')),
    voted_at    timestamptz not null,
    primary key (activity_id, user_id)
);
create index votes_of_account on votes (user_id);

create table plan_items (
    activity_id uuid primary key references activities (id) on delete cascade,
    group_id    uuid    not null references groups (id) on delete cascade,
    starts_at   timestamptz,
    ends_at     timestamptz,
    -- at a time that the planner must keep: the activity's own, or one that somebody chose
    fixed       boolean not null,
    -- chosen by hand: survives a new plan
    edited      boolean not null,
    -- why it has no time
    reason      text,
    constraint plan_items_placed_or_not check ((reason is null) = (starts_at is not null and ends_at is not null)),
    constraint plan_items_in_order check (starts_at < ends_at)
);
create index plan_items_of_group on plan_items (group_id);
