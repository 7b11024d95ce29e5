create table purchases (
    id           uuid primary key,
    user_id      uuid           not null constraint purchases_account references users (id) on delete cascade,
    product_type text           not null check (
        product_type in ('premium_subscription', 'coins_pack', 'vip_access', 'feature_unlock')),
    -- exact, and meaningful only together with its currency
    amount       numeric(12, 2) not null check (amount > 0),
    currency     text           not null check (currency in ('USD', 'EUR', 'GBP')),
    purchased_at timestamptz    not null
);
create index purchases_of_account on purchases (user_id, id desc);

-- Idempotency-Keys of purchases: beside the purchase and not in Redis, because paying twice is worse than waiting
create table purchase_attempts (
    user_id     uuid        not null constraint purchase_attempts_account references users (id) on delete cascade,
    key_digest  text        not null,
    body_digest text        not null,
    purchase_id uuid        not null,
    made_at     timestamptz not null,
    primary key (user_id, key_digest)
);
