-- Idempotency-Keys of purchases: beside the purchase and not in Redis, because paying twice is worse than waiting
create table purchase_attempts (
    user_id     uuid        not null constraint purchase_attempts_account references users (id) on delete cascade,
    key_digest  text        not null,
    body_digest text        not null,
    purchase_id uuid        not null,
    made_at     timestamptz not null,
    primary key (user_id, key_digest)
);
