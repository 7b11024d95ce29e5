create table purchases (
    id           uuid primary key,
    user_id      uuid           not null constraint purchases_account references users (id),
    product_type text           not null check (
        product_type in ('premium_subscription', 'coins_pack', 'vip_access', 'feature_unlock')),
    -- exact; an amount of one currency says nothing about another's
    amount       numeric(12, 2) not null check (amount > 0),
    currency     text           not null check (currency in ('USD', 'EUR', 'GBP')),
    purchased_at timestamptz    not null
);
create index purchases_of_account on purchases (user_id, id desc);
